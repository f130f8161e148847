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
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A chunk of an open stream after its first token. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ChunkBenchmark {

  private final Call call;

  /** Creates the benchmark with a stream that has its first token. */
  public ChunkBenchmark() {
    Chats.install(EndedSpans.dropping("dev.turnspan"));
    call = Chats.start(true);
    call.chunk(Chunk.NONE);
    call.chunk(Chunk.TEXT);
  }

  /** One chunk. */
  @Benchmark
  public void chunk() {
    call.chunk(Chunk.TEXT);
  }

  /** The limit: the one look at the clock without which the longest gap cannot be known. */
  @Benchmark
  public long nanoTime() {
    return System.nanoTime();
  }
}
