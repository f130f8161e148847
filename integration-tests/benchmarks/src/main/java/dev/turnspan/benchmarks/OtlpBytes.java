/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;

/** Writes each batch as an OTLP request, as the SDK's exporters do, and sends it nowhere. */
final class OtlpBytes implements SpanExporter {

  private final AtomicLong spans = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  @Override
  public CompletableResultCode export(Collection<SpanData> batch) {
    TraceRequestMarshaler request = TraceRequestMarshaler.create(batch);
    try {
      request.writeBinaryTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      return CompletableResultCode.ofFailure();
    }
    bytes.addAndGet(request.getBinarySerializedSize());
    spans.addAndGet(batch.size());
    return CompletableResultCode.ofSuccess();
  }

  long spans() {
    return spans.get();
  }

  long bytes() {
    return bytes.get();
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
