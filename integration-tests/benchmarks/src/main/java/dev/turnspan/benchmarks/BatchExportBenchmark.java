/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Many spans through a batching processor with its default settings, to the bytes of OTLP. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
public class BatchExportBenchmark {

  // Half of the processor's default queue.
  private static final long MAX_WAITING = 1024;

  private static final long PAUSE_NANOS = 50_000;

  /** How many spans. */
  @Param("1000000")
  private int spans;

  /** Every so many spans one is a model call; the others have nothing to do with a model. */
  @Param("10")
  private int oneModelCallIn;

  /** What stands before the batching processor. */
  @Param({"PLAIN", "NORMALIZED", "ON_ENDING"})
  private Pipeline pipeline = Pipeline.PLAIN;

  /**
   * Whether the writer waits while the queue is half full: then none is dropped and the time is
   * what the slower of writer and worker needs. If not, what does not fit the queue is dropped.
   */
  @Param({"true", "false"})
  private boolean paced;

  private OtlpBytes exporter = new OtlpBytes();
  private SdkTracerProvider provider = SdkTracerProvider.builder().build();
  private String outcome = "";

  /** Builds the pipeline. */
  @Setup(Level.Iteration)
  public void build() {
    exporter = new OtlpBytes();
    provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(pipeline.around(BatchSpanProcessor.builder(exporter).build()))
            .build();
  }

  /** Ends the worker and tells what became of the spans. */
  @TearDown(Level.Iteration)
  public void close() {
    provider.close();
    System.out.println(outcome);
  }

  /** From the first span's start to the last one's bytes. */
  @Benchmark
  public void export() {
    long cpu = cpuNanos();
    long start = System.nanoTime();
    write(provider.get("io.example"));
    provider.forceFlush().join(1, TimeUnit.MINUTES);
    long nanos = System.nanoTime() - start;
    long exported = Math.max(1, exporter.spans());
    // JMH's counters would add up over the iterations.
    outcome =
        "%,d dropped, %,d exported a second, %,d ns of processor time and %,d bytes each"
            .formatted(
                spans - exporter.spans(),
                exported * TimeUnit.SECONDS.toNanos(1) / nanos,
                (cpuNanos() - cpu) / exported,
                exporter.bytes() / exported);
  }

  private void write(Tracer tracer) {
    for (int i = 0; i < spans; i++) {
      SpanExample kind = i % oneModelCallIn == 0 ? SpanExample.GEN_AI : SpanExample.HTTP;
      kind.run(tracer);
      while (paced && i - exporter.spans() >= MAX_WAITING) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
