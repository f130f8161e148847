/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Hands its delegate ended spans whose data is normalized when it is asked for.
 *
 * <p>On the thread that ends a span only one question is answered: is this a foreign span about a
 * language model? All others go on as the same object. The rewriting happens in {@link
 * ReadableSpan#toSpanData()}, which a batching delegate calls on its worker.
 */
final class NormalizingSpanProcessor implements SpanProcessor {

  private final SpanProcessor delegate;
  private final Normalizer normalizer;
  private final boolean startRequired;
  private final SpanWatch watch = new SpanWatch();

  private NormalizingSpanProcessor(SpanProcessor delegate, Normalizer normalizer) {
    this.delegate = delegate;
    this.normalizer = normalizer;
    this.startRequired = delegate.isStartRequired();
  }

  static SpanProcessor around(SpanProcessor delegate, Normalizer normalizer) {
    if (delegate instanceof NormalizingSpanProcessor) {
      return delegate;
    }
    NormalizingSpanProcessor processor = new NormalizingSpanProcessor(delegate, normalizer);
    try {
      return EndingSpanProcessor.around(processor, delegate);
    } catch (LinkageError internalApiMoved) {
      // The SDK's onEnding is internal: a version without it never calls it either.
      return processor;
    }
  }

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {
    watch.started(parentContext, span);
    if (startRequired) {
      delegate.onStart(parentContext, span);
    }
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    Surroundings around = watch.ended(span);
    delegate.onEnd(around == null ? span : new NormalizedSpan(span, normalizer, around));
  }

  @Override
  public boolean isEndRequired() {
    return delegate.isEndRequired();
  }

  @Override
  public CompletableResultCode shutdown() {
    return delegate.shutdown();
  }

  @Override
  public CompletableResultCode forceFlush() {
    return delegate.forceFlush();
  }

  @Override
  public void close() {
    delegate.close();
  }

  @Override
  public String toString() {
    return "NormalizingSpanProcessor{" + delegate + '}';
  }
}
