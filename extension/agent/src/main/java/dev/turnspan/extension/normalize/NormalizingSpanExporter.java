/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Hands its delegate normalized spans. */
final class NormalizingSpanExporter implements SpanExporter {

  private final SpanExporter delegate;
  private final Normalizer normalizer;
  private final ListeningSpanProcessor listener;

  NormalizingSpanExporter(
      SpanExporter delegate, Normalizer normalizer, ListeningSpanProcessor listener) {
    this.delegate = delegate;
    this.normalizer = normalizer;
    this.listener = listener;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    List<SpanData> normalized = new ArrayList<>(spans.size());
    for (SpanData span : spans) {
      normalized.add(normalizer.normalize(span, listener.around(span.getSpanId())));
    }
    return delegate.export(normalized);
  }

  @Override
  public CompletableResultCode flush() {
    return delegate.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return delegate.shutdown();
  }

  @Override
  public String toString() {
    return "NormalizingSpanExporter{" + delegate + '}';
  }
}
