/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
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

  // A scope that has written so many spans without any about a model is not one that does; until
  // then each of its spans costs an entry.
  private static final int TRIAL = 64;
  // Nobody writes to what all threads read.
  private static final int PASSED = Integer.MAX_VALUE;
  private static final int MAX_SCOPES = 1024;

  private final Map<Span, Parent> parents = Collections.synchronizedMap(new WeakHashMap<>());
  private final Map<String, AtomicInteger> trials = new ConcurrentHashMap<>();

  /** A span starts. */
  void started(Context context, ReadableSpan span) {
    AtomicInteger trial = trial(span.getInstrumentationScopeInfo().getName());
    if (trial == null || trial.get() <= 0) {
      return;
    }
    if (trial.get() < PASSED) {
      trial.decrementAndGet();
    }
    Span parent = Span.fromContext(context);
    if (parent instanceof ReadableSpan readable && span instanceof Span key) {
      parents.put(key, new Parent(readable, parents.get(parent)));
    }
  }

  /** A span about a model ended. */
  @Nullable Parent ended(ReadableSpan span) {
    AtomicInteger trial = trial(span.getInstrumentationScopeInfo().getName());
    if (trial != null && trial.get() < PASSED) {
      trial.set(PASSED);
    }
    boolean hasParent = span.getParentSpanContext().isValid();
    return hasParent && span instanceof Span key ? parents.remove(key) : null;
  }

  private @Nullable AtomicInteger trial(String scope) {
    AtomicInteger trial = trials.get(scope);
    if (trial == null && trials.size() < MAX_SCOPES) {
      trial = trials.computeIfAbsent(scope, name -> new AtomicInteger(TRIAL));
    }
    return trial;
  }
}
