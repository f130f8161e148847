/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static dev.turnspan.extension.engine.Recorder.put;

import dev.turnspan.semconv.GenAiAttributes;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/**
 * To which conversation a turn belongs, as far as it is known. Written under the turn's monitor.
 */
final class Conversation {

  private volatile @Nullable String id;
  private volatile @Nullable String source;

  /**
   * The first one to name it has it.
   *
   * @return whether it is known only now
   */
  boolean name(@Nullable String named, String from) {
    if (named == null || named.isEmpty() || id != null) {
      return false;
    }
    source = from;
    id = named;
    return true;
  }

  /** Whether a call that names this conversation, or none, may belong to it. */
  boolean admits(@Nullable String named) {
    String known = id;
    return named == null || known == null || known.equals(named) || !"request".equals(source);
  }

  @Nullable String id() {
    return id;
  }

  void write(Span span) {
    put(span, TurnspanAttributes.CONVERSATION_ID, id);
  }

  /** The turn's own span tells where it is known from. */
  void writeWithSource(Span turn, boolean mirrors) {
    write(turn);
    put(turn, TurnspanAttributes.CONVERSATION_ID_SOURCE, source);
    if (mirrors) {
      put(turn, GenAiAttributes.CONVERSATION_ID, id);
    }
  }
}
