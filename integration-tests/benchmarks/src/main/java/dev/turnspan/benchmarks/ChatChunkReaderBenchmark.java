/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import java.util.Spliterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A chunk of an openai-java chat stream on its way to the application, after the first token. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ChatChunkReaderBenchmark {

  private final OpenAiStream source = new OpenAiStream();
  private final Spliterator<ChatCompletionChunk> plain = source.stream().spliterator();
  private final AtomicInteger ended = new AtomicInteger();
  private final HttpResponseFor<?> response;
  private final StreamResponse<ChatCompletionChunk> stream;
  private final Spliterator<ChatCompletionChunk> observed;
  private Consumer<ChatCompletionChunk> application = chunk -> {};

  /** Creates the benchmark with two open streams. */
  @SuppressWarnings("unchecked") // What went in comes out wrapped.
  public ChatChunkReaderBenchmark() {
    Chats.install(
        EndedSpans.tracer("dev.turnspan", new EndedSpans(span -> ended.incrementAndGet())));
    response = source.observed();
    stream = (StreamResponse<ChatCompletionChunk>) response.parse();
    observed = stream.stream().spliterator();
    observed.tryAdvance(role -> {});
    observed.tryAdvance(firstToken -> {});
  }

  /** The application: one object, so that handing it down allocates nothing. */
  @Setup
  public void connect(Blackhole blackhole) {
    application = blackhole::consume;
  }

  /** With the observer around the stream and the engine behind it. */
  @Benchmark
  public boolean observed() {
    return observed.tryAdvance(application);
  }

  /** The same iteration without us. */
  @Benchmark
  public boolean plain() {
    return plain.tryAdvance(application);
  }

  /** A call that has ended looks at nothing: then the figures would be those of something else. */
  @TearDown
  public void close() {
    int early = ended.get();
    stream.close();
    response.close();
    if (early > 0) {
      throw new IllegalStateException("the call was ended while its stream was read");
    }
  }
}
