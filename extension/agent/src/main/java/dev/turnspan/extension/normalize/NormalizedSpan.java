/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/** An ended span as its exporter shall see it. */
final class NormalizedSpan implements ReadableSpan {

  private final ReadableSpan span;
  private final Normalizer normalizer;
  private final Surroundings around;

  // Not volatile: the value is immutable and a second computation gives an equal one.
  private @Nullable SpanData normalized;

  NormalizedSpan(ReadableSpan span, Normalizer normalizer, Surroundings around) {
    this.span = span;
    this.normalizer = normalizer;
    this.around = around;
  }

  @Override
  public SpanData toSpanData() {
    SpanData data = normalized;
    if (data == null) {
      data = normalizer.normalize(span.toSpanData(), around);
      normalized = data;
    }
    return data;
  }

  @Override
  public <T> @Nullable T getAttribute(AttributeKey<T> key) {
    return toSpanData().getAttributes().get(key);
  }

  @Override
  public Attributes getAttributes() {
    return toSpanData().getAttributes();
  }

  @Override
  public SpanContext getSpanContext() {
    return span.getSpanContext();
  }

  @Override
  public SpanContext getParentSpanContext() {
    return span.getParentSpanContext();
  }

  @Override
  public String getName() {
    return span.getName();
  }

  @Override
  @Deprecated
  public io.opentelemetry.sdk.common.InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
    return span.getInstrumentationLibraryInfo();
  }

  @Override
  public InstrumentationScopeInfo getInstrumentationScopeInfo() {
    return span.getInstrumentationScopeInfo();
  }

  @Override
  public boolean hasEnded() {
    return span.hasEnded();
  }

  @Override
  public long getLatencyNanos() {
    return span.getLatencyNanos();
  }

  @Override
  public SpanKind getKind() {
    return span.getKind();
  }

  @Override
  public String toString() {
    return span.toString();
  }
}
