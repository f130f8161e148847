/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;

/**
 * Adds the forwarding of {@code onEnding} for delegates that have it. A class of its own because
 * the interface is internal to the SDK: when it moves, only this class fails to load.
 */
final class EndingSpanProcessor implements ExtendedSpanProcessor {

  private final SpanProcessor normalizing;
  private final ExtendedSpanProcessor delegate;

  private EndingSpanProcessor(SpanProcessor normalizing, ExtendedSpanProcessor delegate) {
    this.normalizing = normalizing;
    this.delegate = delegate;
  }

  static SpanProcessor around(SpanProcessor normalizing, SpanProcessor delegate) {
    if (delegate instanceof EndingSpanProcessor) {
      return delegate;
    }
    return delegate instanceof ExtendedSpanProcessor extended
        ? new EndingSpanProcessor(normalizing, extended)
        : normalizing;
  }

  @Override
  public void onEnding(ReadWriteSpan span) {
    delegate.onEnding(span);
  }

  @Override
  public boolean isOnEndingRequired() {
    return delegate.isOnEndingRequired();
  }

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {
    normalizing.onStart(parentContext, span);
  }

  @Override
  public boolean isStartRequired() {
    return normalizing.isStartRequired();
  }

  @Override
  public void onEnd(ReadableSpan span) {
    normalizing.onEnd(span);
  }

  @Override
  public boolean isEndRequired() {
    return normalizing.isEndRequired();
  }

  @Override
  public CompletableResultCode shutdown() {
    return normalizing.shutdown();
  }

  @Override
  public CompletableResultCode forceFlush() {
    return normalizing.forceFlush();
  }

  @Override
  public void close() {
    normalizing.close();
  }

  @Override
  public String toString() {
    return normalizing.toString();
  }
}
