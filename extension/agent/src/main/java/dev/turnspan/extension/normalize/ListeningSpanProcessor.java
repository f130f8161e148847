/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Sees what is around spans, for exporters that only get their data. */
final class ListeningSpanProcessor implements SpanProcessor {

  // As many as can wait for their export with usual settings; what waits longer is normalized
  // without what was around it.
  private static final int MAX_SPANS = 4096;

  private final SpanWatch watch = new SpanWatch();
  private final Generations<Surroundings> surroundings = new Generations<>(MAX_SPANS);

  /** What was around a span of another instrumentation. */
  Surroundings around(String spanId) {
    Surroundings around = surroundings.get(spanId);
    return around == null ? Surroundings.UNKNOWN : around;
  }

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {
    watch.started(parentContext, span);
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    Surroundings around = watch.ended(span);
    if (around != null) {
      surroundings.add(span.getSpanContext().getSpanId(), around);
    }
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}
