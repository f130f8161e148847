/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.ArrayList;
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

/** What a processor does to a span, without the span: those were written before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
// The caller waits for the compiler: on a busy machine it comes late, and what is not compiled
// counts.
@Fork(value = 2, jvmArgsAppend = "-Xbatch")
public class EndedSpanBenchmark {

  // As few as fit the processor's caches, where a span that ends is.
  private static final int SPANS = 64;

  /** Whose span it is. */
  @Param private SpanExample kind = SpanExample.HTTP;

  /** What the span passes. A span that has ended cannot be written to, so the peer is not here. */
  @Param({"PLAIN", "NORMALIZED", "COPY", "EACH_NAME"})
  private Pipeline pipeline = Pipeline.PLAIN;

  /** Whether the attributes are read, as the exporter's worker does later. */
  @Param({"false", "true"})
  private boolean exported;

  private SpanProcessor processor = SpanProcessor.composite();
  private final List<ReadWriteSpan> spans = new ArrayList<>();
  private final Context context = Context.root();
  private int next;

  /** Writes the spans and builds the pipeline. */
  @Setup
  public void build(Blackhole exporter) {
    Tracer tracer =
        EndedSpans.tracer("io.example", new EndedSpans(span -> spans.add((ReadWriteSpan) span)));
    for (int i = 0; i < SPANS; i++) {
      kind.run(tracer);
    }
    EndedSpans end =
        exported
            ? new EndedSpans(span -> EndedSpans.read(span, pipeline, exporter))
            : new EndedSpans(exporter::consume);
    processor = pipeline.around(end);
  }

  /** The processor's share of a span: it starts, it ends, and it may be read. */
  @Benchmark
  public void share() {
    ReadWriteSpan span = spans.get(next);
    next = (next + 1) & (SPANS - 1);
    if (processor.isStartRequired()) {
      processor.onStart(context, span);
    }
    processor.onEnd(span);
  }
}
