/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import dev.turnspan.bridge.Call;
import io.opentelemetry.api.trace.Tracer;
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

/** A call that is not streamed, and a turn of its own: turn, step and request. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CallBenchmark {

  private final Tracer tracer = EndedSpans.dropping("dev.turnspan");
  private final PlainSpans plain = PlainSpans.like(() -> Chats.finish(Chats.start(false)), tracer);

  /** Creates the benchmark with an engine of its own. */
  public CallBenchmark() {
    Chats.install(tracer);
  }

  /** Start, enter, answer and end. */
  @Benchmark
  public Call engine() {
    Call call = Chats.start(false);
    Chats.finish(call);
    return call;
  }

  /** The same three spans without an engine. */
  @Benchmark
  public void plainSpans() {
    plain.write();
  }
}
