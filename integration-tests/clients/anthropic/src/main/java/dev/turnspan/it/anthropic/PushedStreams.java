/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.anthropic;

import static dev.turnspan.it.anthropic.Clients.chat;
import static dev.turnspan.it.anthropic.Clients.model;

import com.anthropic.core.http.AsyncStreamResponse;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Messages as streams that call the application back. */
final class PushedStreams {

  private PushedStreams() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put(
        "asyncStreaming",
        seen -> subscribe(seen, chat(model("ttft100-gap5-n3", "asyncStreaming"))));
    add(scenarios, "errorEventAsync", "errorevent1-n3");
    add(scenarios, "malformedAsync", "malformed1-n3");
    add(scenarios, "cutAsync", "cut1-n3");
    add(scenarios, "noFinishReasonAsync", "nofinish-n3");
    add(scenarios, "unauthorizedStreamAsync", "status401");
    scenarios.put("asyncClosedEarly", PushedStreams::closedEarly);
    scenarios.put("handlerThrows", PushedStreams::handlerThrows);
    scenarios.put("ownExecutor", PushedStreams::ownExecutor);
  }

  private static void add(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> subscribe(seen, chat(model(script, name))));
  }

  static AsyncStreamResponse<RawMessageStreamEvent> open(MessageCreateParams.Builder params) {
    return Clients.STRICT.async().messages().createStreaming(params.build());
  }

  static void subscribe(Observation seen, MessageCreateParams.Builder params) throws Exception {
    AsyncStreamResponse<RawMessageStreamEvent> stream = open(params);
    Handler handler = new Handler(seen, chunk -> {});
    stream.subscribe(handler);
    handler.awaitEnd(stream);
  }

  private static void closedEarly(Observation seen) throws Exception {
    AsyncStreamResponse<RawMessageStreamEvent> stream =
        open(chat(model("ttft100-gap20-n9", "asyncClosedEarly")));
    int[] count = {0};
    Handler handler =
        new Handler(
            seen,
            chunk -> {
              if (++count[0] == 3) {
                stream.close();
                seen.value("closed", true);
              }
            });
    stream.subscribe(handler);
    handler.awaitEnd(stream);
  }

  private static void handlerThrows(Observation seen) throws Exception {
    AsyncStreamResponse<RawMessageStreamEvent> stream =
        open(chat(model("ttft100-gap5-n4", "handlerThrows")));
    int[] count = {0};
    Handler handler =
        new Handler(
            seen,
            chunk -> {
              if (++count[0] == 3) {
                throw new IllegalStateException("the application's own failure");
              }
            });
    stream.subscribe(handler);
    handler.awaitEnd(stream);
  }

  private static void ownExecutor(Observation seen) throws Exception {
    ExecutorService executor =
        Executors.newSingleThreadExecutor(task -> new Thread(task, "the application's thread"));
    try {
      AsyncStreamResponse<RawMessageStreamEvent> stream = open(chat(model("n3", "ownExecutor")));
      Handler handler = new Handler(seen, chunk -> {});
      stream.subscribe(handler, executor);
      handler.awaitEnd(stream);
    } finally {
      executor.shutdown();
    }
  }

  /** Notes what it is called with. */
  static final class Handler implements AsyncStreamResponse.Handler<RawMessageStreamEvent> {

    private final Observation seen;
    private final Consumer<RawMessageStreamEvent> reaction;
    private final CountDownLatch done = new CountDownLatch(1);

    Handler(Observation seen, Consumer<RawMessageStreamEvent> reaction) {
      this.seen = seen;
      this.reaction = reaction;
    }

    @Override
    public void onNext(RawMessageStreamEvent chunk) {
      seen.valueOnThread("chunk", chunk);
      reaction.accept(chunk);
    }

    @Override
    public void onComplete(Optional<Throwable> failure) {
      failure.ifPresentOrElse(
          error -> seen.failure("complete", error), () -> seen.valueOnThread("complete", true));
      done.countDown();
    }

    void awaitEnd(AsyncStreamResponse<?> stream) throws InterruptedException {
      if (seen.await("completion", done)) {
        seen.call("completion", () -> stream.onCompleteFuture().get(30, TimeUnit.SECONDS));
      }
    }
  }
}
