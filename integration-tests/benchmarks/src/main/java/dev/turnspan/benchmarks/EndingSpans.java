/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;
import java.util.function.Consumer;

/** A processor that does something to every span that is about to end, on that span's thread. */
final class EndingSpans implements ExtendedSpanProcessor {

  private final Consumer<ReadWriteSpan> work;

  EndingSpans(Consumer<ReadWriteSpan> work) {
    this.work = work;
  }

  @Override
  public void onEnding(ReadWriteSpan span) {
    work.accept(span);
  }

  @Override
  public boolean isOnEndingRequired() {
    return true;
  }

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {}

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
