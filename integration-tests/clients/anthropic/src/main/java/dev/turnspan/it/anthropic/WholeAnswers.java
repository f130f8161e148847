/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.anthropic;

import static dev.turnspan.it.anthropic.Clients.chat;
import static dev.turnspan.it.anthropic.Clients.model;

import com.anthropic.client.AnthropicClient;
import com.anthropic.models.messages.Message;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Messages in one piece. */
@SuppressWarnings("MustBeClosedChecker") // What is not closed is part of the test.
final class WholeAnswers {

  private WholeAnswers() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("blocking", seen -> ask(seen, Clients.STRICT, model("n3", "blocking")));
    scenarios.put("async", seen -> askLater(seen, Clients.STRICT, model("ttft300", "async")));
    scenarios.put("cancelled", WholeAnswers::cancelled);
    add(scenarios, "usageMissing", "nousage");
    add(scenarios, "detailedUsage", "in20-cached8-cachewrite4-reason5-n2");
    add(scenarios, "unauthorized", "status401");
    add(scenarios, "rateLimited", "status429");
    add(scenarios, "noFinishReason", "nofinish");
    add(scenarios, "length", "length");
    add(scenarios, "refusal", "refusal");
    add(scenarios, "malformedWhole", "malformed0");
    add(scenarios, "cutWhole", "cut0");
    scenarios.put("retried", seen -> ask(seen, Clients.PATIENT, model("fail500x1", "retried")));
    scenarios.put(
        "retriedAsync",
        seen -> askLater(seen, Clients.PATIENT, model("fail500x1-ttft300", "retriedAsync")));
    scenarios.put(
        "retriedInVain", seen -> ask(seen, Clients.PATIENT, model("status502", "retriedInVain")));
    scenarios.put("connectError", seen -> ask(seen, Clients.LOST, model("n3", "connectError")));
    scenarios.put(
        "connectErrorAsync",
        seen -> askLater(seen, Clients.LOST, model("n3", "connectErrorAsync")));
    scenarios.put(
        "unauthorizedAsync",
        seen -> askLater(seen, Clients.STRICT, model("status401", "unauthorizedAsync")));
  }

  private static void add(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> ask(seen, Clients.STRICT, model(script, name)));
  }

  static void ask(Observation seen, AnthropicClient client, String model) {
    seen.call("answer", () -> client.messages().create(chat(model).build()));
    seen.value("after the call", "goes on");
  }

  static void askLater(Observation seen, AnthropicClient client, String model)
      throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<Message> unused =
        client
            .async()
            .messages()
            .create(chat(model).build())
            .whenComplete(
                (answer, failure) -> {
                  if (failure == null) {
                    seen.value("answer", answer);
                  } else {
                    seen.failure("failure", failure);
                  }
                  done.countDown();
                });
    seen.await("answer", done);
    // Not before: a call that fails at once may be answered before or after it has returned.
    seen.value("after the call", "goes on");
  }

  /** What the library itself returned is cancelled. */
  private static void cancelled(Observation seen) throws Exception {
    CompletableFuture<?> future =
        Clients.STRICT
            .async()
            .messages()
            .withRawResponse()
            .create(chat(model("ttft1000", "cancelled")).build());
    seen.value("cancel", future.cancel(true));
    seen.value("is cancelled", future.isCancelled());
    seen.call("answer", future::get);
  }
}
