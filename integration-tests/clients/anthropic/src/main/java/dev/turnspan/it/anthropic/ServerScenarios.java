/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.anthropic;

import static dev.turnspan.it.anthropic.Clients.chat;
import static dev.turnspan.it.anthropic.Clients.model;

import com.anthropic.core.http.AsyncStreamResponse;
import com.anthropic.models.messages.RawMessageStreamEvent;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.program.ServerRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The application answers a request of its own. */
final class ServerScenarios {

  private ServerScenarios() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put(
        "underServerSpan",
        seen ->
            ServerRequest.handle(
                seen,
                inside -> {
                  WholeAnswers.ask(inside, Clients.STRICT, model("n3", "underServerSpan"));
                  Streams.read(inside, chat(model("n2", "underServerSpan")));
                }));
    scenarios.put(
        "toolTurnUnderServerSpan",
        seen ->
            ServerRequest.handle(
                seen, inside -> Tools.loop(inside, model("tool", "toolTurnUnderServerSpan"))));
    scenarios.put("failureUnderServerSpan", ServerScenarios::failure);
    scenarios.put("outlivesServerSpan", ServerScenarios::outlives);
  }

  private static void failure(Observation seen) throws Exception {
    ServerRequest.handle(
        seen,
        inside -> {
          WholeAnswers.ask(inside, Clients.STRICT, model("status400", "failureUnderServerSpan"));
          WholeAnswers.ask(inside, Clients.STRICT, model("n3", "failureUnderServerSpan"));
        });
  }

  /** The request is answered before the stream is over. */
  private static void outlives(Observation seen) throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    AtomicInteger chunks = new AtomicInteger();
    ServerRequest.handle(
        seen,
        inside -> {
          AsyncStreamResponse<RawMessageStreamEvent> stream =
              PushedStreams.open(chat(model("ttft20-n4", "outlivesServerSpan")));
          stream.subscribe(new Gate(answered, done, chunks));
        });
    answered.countDown();
    seen.await("completion", done);
    seen.value("chunks", chunks);
  }

  /** Lets the stream go on only after the request has been answered. */
  private record Gate(CountDownLatch answered, CountDownLatch done, AtomicInteger chunks)
      implements AsyncStreamResponse.Handler<RawMessageStreamEvent> {

    @Override
    public void onNext(RawMessageStreamEvent chunk) {
      try {
        answered.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      chunks.incrementAndGet();
    }

    @Override
    public void onComplete(Optional<Throwable> failure) {
      done.countDown();
    }
  }
}
