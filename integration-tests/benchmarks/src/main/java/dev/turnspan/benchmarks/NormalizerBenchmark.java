/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.sdk.trace.ReadableSpan;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A span from its start to its end with what may stand before the exporter. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class NormalizerBenchmark {

  private static final AttributeKey<List<String>> FINISH_REASONS =
      AttributeKey.stringArrayKey("gen_ai.response.finish_reasons");

  /** What the span passes. */
  @Param private Pipeline pipeline = Pipeline.PLAIN;

  /**
   * Whether the data is read, as the exporter's worker does later. If not, the figure is what the
   * thread pays that ends the span.
   */
  @Param({"false", "true"})
  private boolean exported;

  private Tracer tracer = TracerProvider.noop().get("");

  /** Builds the pipeline. */
  @Setup
  public void build(Blackhole exporter) {
    EndedSpans end =
        exported
            ? new EndedSpans(span -> exporter.consume(read(span)))
            : new EndedSpans(exporter::consume);
    tracer = EndedSpans.tracer("io.example", pipeline.around(end));
  }

  private static int read(ReadableSpan span) {
    return span.toSpanData().getAttributes().size();
  }

  /** A span that has nothing to do with a language model. */
  @Benchmark
  public void http() {
    tracer
        .spanBuilder("GET /things/{id}")
        .setSpanKind(SpanKind.CLIENT)
        .startSpan()
        .setAttribute("http.request.method", "GET")
        .setAttribute("url.full", "http://things.example/things/17")
        .setAttribute("server.address", "things.example")
        .setAttribute("server.port", 80)
        .setAttribute("network.protocol.version", "1.1")
        .setAttribute("network.peer.address", "192.0.2.7")
        .setAttribute("network.peer.port", 80)
        .setAttribute("thread.id", 17)
        .setAttribute("thread.name", "worker-17")
        .setAttribute("http.response.status_code", 200)
        .end();
  }

  /** A model call of another instrumentation, in OpenTelemetry's names. */
  @Benchmark
  public void genAi() {
    Span span =
        tracer
            .spanBuilder("chat gpt-4o-mini")
            .setSpanKind(SpanKind.CLIENT)
            .startSpan()
            .setAttribute("gen_ai.operation.name", "chat")
            .setAttribute("gen_ai.provider.name", "openai")
            .setAttribute("gen_ai.request.model", "gpt-4o-mini")
            .setAttribute("gen_ai.response.model", "gpt-4o-mini-2024-07-18")
            .setAttribute("gen_ai.response.id", "chatcmpl-BenchmarkAnswer1")
            .setAttribute("gen_ai.usage.input_tokens", 11)
            .setAttribute("gen_ai.usage.output_tokens", 3)
            .setAttribute("gen_ai.usage.cache_read.input_tokens", 4)
            .setAttribute("server.address", "api.openai.com");
    span.setAttribute(FINISH_REASONS, List.of("stop")).end();
  }
}
