/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.propagation;

import dev.turnspan.extension.engine.ConversationSources;
import dev.turnspan.extension.engine.Failures;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the conversation's id from a header of incoming requests and messages. Servers ask their
 * propagators for every request, also for those that are not sampled, and nothing is written on
 * their spans. Sends nothing.
 */
public final class ConversationHeader implements TextMapPropagator {

  /** Longer than any id; what comes from outside may be anything. */
  private static final int LONGEST = 256;

  private final String name;

  /** The header is given without regard to case. */
  public ConversationHeader(String name) {
    this.name = name;
  }

  @Override
  public Collection<String> fields() {
    return List.of();
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {}

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    return Failures.guard(
        () -> {
          String value = getter.get(carrier, name);
          String id = value == null ? "" : value.strip();
          return id.isEmpty() || id.length() > LONGEST
              ? context
              : ConversationSources.withHeader(context, id);
        },
        context);
  }

  @Override
  public String toString() {
    return "ConversationHeader{" + name + "}";
  }
}
