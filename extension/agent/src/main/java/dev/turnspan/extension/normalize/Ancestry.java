/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What was open around the spans of scopes that write about language models: only that tells an
 * agent inside another from one that runs a turn.
 */
final class Ancestry {

  /**
   * A span, and what was open around it.
   *
   * @param span the parent
   * @param around the parent's own, as far as that is known
   */
  record Parent(ReadableSpan span, @Nullable Parent around) {}

  private final Map<Span, Parent> parents = Collections.synchronizedMap(new WeakHashMap<>());

  /** A span starts. */
  void started(KnownScope scope, Context context, ReadableSpan span) {
    if (!scope.mayWriteAboutModels()) {
      return;
    }
    Span parent = Span.fromContext(context);
    if (parent instanceof ReadableSpan readable && span instanceof Span key) {
      parents.put(key, new Parent(readable, parents.get(parent)));
    }
  }

  /** A span about a model ended. */
  @Nullable Parent ended(ReadableSpan span) {
    boolean hasParent = span.getParentSpanContext().isValid();
    return hasParent && span instanceof Span key ? parents.remove(key) : null;
  }
}
