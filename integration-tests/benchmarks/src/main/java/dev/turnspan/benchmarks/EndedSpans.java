/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.function.Consumer;
import org.openjdk.jmh.infra.Blackhole;

/** Stands in for the exporter's processor: gets every ended span and queues none. */
final class EndedSpans implements SpanProcessor {

  private final Consumer<ReadableSpan> sink;

  EndedSpans(Consumer<ReadableSpan> sink) {
    this.sink = sink;
  }

  /** A tracer of a real SDK whose spans are dropped once they have ended. */
  static Tracer dropping(String scope) {
    return tracer(scope, new EndedSpans(span -> {}));
  }

  static Tracer tracer(String scope, SpanProcessor processor) {
    return SdkTracerProvider.builder().addSpanProcessor(processor).build().get(scope);
  }

  /** Reads all that an exporter writes of the attributes. */
  static void read(ReadableSpan span, Pipeline pipeline, Blackhole exporter) {
    pipeline
        .exported(span.toSpanData().getAttributes())
        .forEach(
            (key, value) -> {
              exporter.consume(key);
              exporter.consume(value);
            });
  }

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    sink.accept(span);
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}
