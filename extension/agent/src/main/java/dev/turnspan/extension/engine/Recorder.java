/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What every span of ours needs: the tracer, the settings, and how absent figures are left out. */
final class Recorder {

  private final Tracer tracer;
  private final EngineSettings settings;
  private final Clock clock;

  Recorder(Tracer tracer, EngineSettings settings, Clock clock) {
    this.tracer = tracer;
    this.settings = settings;
    this.clock = clock;
  }

  Clock clock() {
    return clock;
  }

  boolean mirrors() {
    return settings.genAiAttributes();
  }

  Span start(String name, SpanKind kind, Context parent, long epochNanos) {
    return tracer
        .spanBuilder(name)
        .setSpanKind(kind)
        .setParent(parent)
        .setStartTimestamp(epochNanos, TimeUnit.NANOSECONDS)
        .startSpan();
  }

  static void put(Span span, AttributeKey<String> key, @Nullable String value) {
    if (value != null) {
      span.setAttribute(key, value);
    }
  }

  /** Leaves negative figures out: absent is not zero. */
  static void put(Span span, AttributeKey<Long> key, long value) {
    if (value >= 0) {
      span.setAttribute(key, value);
    }
  }

  static void end(Span span, Outcome outcome, long epochNanos) {
    if (outcome.isError()) {
      String description = outcome.description();
      span.setStatus(StatusCode.ERROR, description == null ? "" : description);
    }
    span.end(epochNanos, TimeUnit.NANOSECONDS);
  }

  /** Whole milliseconds between two monotonic times; -1 if either is unknown. */
  static long millis(long from, long to) {
    return from == StreamProgress.UNSET || to == StreamProgress.UNSET
        ? -1
        : Math.floorDiv(to - from, 1_000_000L);
  }
}
