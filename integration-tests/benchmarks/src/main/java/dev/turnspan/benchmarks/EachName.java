/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Looks at the name of each attribute, and does nothing with it. */
final class EachName implements SpanProcessor {

  // Written to, so that the look is not optimized away.
  private int lengths;

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    int[] seen = new int[1];
    span.toSpanData().getAttributes().forEach((key, value) -> seen[0] += key.getKey().length());
    lengths = seen[0];
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  @Override
  public String toString() {
    return "EachName{" + lengths + '}';
  }
}
