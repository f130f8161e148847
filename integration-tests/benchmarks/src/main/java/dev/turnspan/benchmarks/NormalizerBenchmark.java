/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
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
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
// The caller waits for the compiler: on a busy machine it comes late, and what is not compiled
// counts.
@Fork(value = 2, jvmArgsAppend = "-Xbatch")
public class NormalizerBenchmark {

  /** Whose span it is. */
  @Param private SpanExample kind = SpanExample.HTTP;

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
            ? new EndedSpans(span -> EndedSpans.read(span, pipeline, exporter))
            : new EndedSpans(exporter::consume);
    tracer = EndedSpans.tracer("io.example", pipeline.around(end));
  }

  /** The span from its start to its end. */
  @Benchmark
  public Span span() {
    return kind.run(tracer);
  }
}
