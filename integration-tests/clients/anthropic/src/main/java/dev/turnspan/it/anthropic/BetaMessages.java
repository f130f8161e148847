/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.anthropic;

import static dev.turnspan.it.anthropic.Clients.model;

import com.anthropic.core.http.AsyncStreamResponse;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.beta.messages.BetaRawMessageStreamEvent;
import com.anthropic.models.beta.messages.MessageCreateParams;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The beta twin of messages has types of its own. */
final class BetaMessages {

  private BetaMessages() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put(
        "betaBlocking",
        seen ->
            seen.call(
                "answer",
                () ->
                    Clients.STRICT
                        .beta()
                        .messages()
                        .create(
                            params(model("in20-cached8-cachewrite4-reason1-n3", "betaBlocking")))));
    scenarios.put(
        "betaAsync",
        seen ->
            seen.call(
                "answer",
                () ->
                    Clients.STRICT
                        .async()
                        .beta()
                        .messages()
                        .create(params(model("ttft300-n3", "betaAsync")))
                        .get(30, TimeUnit.SECONDS)));
    scenarios.put("betaStreaming", BetaMessages::stream);
    scenarios.put("betaAsyncStreaming", BetaMessages::push);
    scenarios.put(
        "betaUnauthorized",
        seen ->
            seen.call(
                "answer",
                () ->
                    Clients.STRICT
                        .beta()
                        .messages()
                        .create(params(model("status401", "betaUnauthorized")))));
  }

  static MessageCreateParams params(String model) {
    return MessageCreateParams.builder()
        .model(model)
        .maxTokens(Clients.MAX_TOKENS)
        .addUserMessage("hi")
        .build();
  }

  private static void stream(Observation seen) {
    String model = model("in20-cached8-cachewrite4-reason1-gap5-n3", "betaStreaming");
    try (StreamResponse<BetaRawMessageStreamEvent> stream =
        Clients.STRICT.beta().messages().createStreaming(params(model))) {
      stream.stream().forEach(event -> seen.value("event", event));
    }
  }

  private static void push(Observation seen) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Clients.STRICT
        .async()
        .beta()
        .messages()
        .createStreaming(params(model("ttft100-gap5-n3", "betaAsyncStreaming")))
        .subscribe(
            new AsyncStreamResponse.Handler<>() {
              @Override
              public void onNext(BetaRawMessageStreamEvent event) {
                seen.value("event", event);
              }

              @Override
              public void onComplete(Optional<Throwable> failure) {
                seen.value("complete", failure);
                done.countDown();
              }
            });
    seen.await("completion", done);
  }
}
