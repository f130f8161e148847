/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A whole stream, from its start to its end; figures are per chunk. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StreamEndBenchmark {

  private static final int CHUNKS = 1000;

  /** Creates the benchmark with an engine of its own. */
  public StreamEndBenchmark() {
    Chats.install(EndedSpans.dropping("dev.turnspan"));
  }

  /** A thousandth of the call, and one chunk. */
  @Benchmark
  @OperationsPerInvocation(CHUNKS)
  public Call stream() {
    Call call = Chats.start(true);
    call.chunk(Chunk.NONE);
    for (int i = 1; i < CHUNKS; i++) {
      call.chunk(Chunk.TEXT);
    }
    Chats.finish(call);
    return call;
  }
}
