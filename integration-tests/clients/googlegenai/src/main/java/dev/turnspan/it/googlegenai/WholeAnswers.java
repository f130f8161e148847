/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googlegenai;

import static dev.turnspan.it.googlegenai.Clients.model;
import static dev.turnspan.it.googlegenai.Clients.question;

import com.google.genai.Client;
import com.google.genai.types.GenerateContentResponse;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Content in one piece. */
final class WholeAnswers {

  private WholeAnswers() {}

  static void addTo(Map<String, Scenario> scenarios) {
    add(scenarios, "blocking", "n3");
    add(scenarios, "usageMissing", "nousage");
    add(scenarios, "detailedUsage", "in20-cached8-reason5-n2");
    add(scenarios, "unauthorized", "status401");
    add(scenarios, "rateLimited", "status429");
    add(scenarios, "noFinishReason", "nofinish");
    add(scenarios, "length", "length");
    add(scenarios, "contentFilter", "filter");
    add(scenarios, "promptBlocked", "refusal");
    add(scenarios, "malformedWhole", "malformed0");
    add(scenarios, "cutWhole", "cut0");
    scenarios.put("vertex", seen -> ask(seen, Clients.VERTEX, model("n3", "vertex")));
    scenarios.put("connectError", seen -> ask(seen, Clients.LOST, model("n3", "connectError")));
    scenarios.put(
        "connectErrorAsync",
        seen -> askLater(seen, Clients.LOST, model("n3", "connectErrorAsync")));
    scenarios.put(
        "unauthorizedAsync",
        seen -> askLater(seen, Clients.gemini(), model("status401", "unauthorizedAsync")));
    scenarios.put("async", seen -> askLater(seen, Clients.gemini(), model("ttft300", "async")));
    if (Clients.has("RetryInterceptor")) {
      // The newest hand out a future of their own, and leave the one below it alone.
      String cancelled = Clients.has("ContinuationUtil") ? "cancelledInVain" : "cancelled";
      scenarios.put(cancelled, seen -> cancelled(seen, cancelled));
    }
    scenarios.put("chat", WholeAnswers::chat);
  }

  private static void add(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> ask(seen, Clients.gemini(), model(script, name)));
  }

  static void ask(Observation seen, Client client, String model) {
    seen.call("answer", () -> Answers.of(client.models.generateContent(model, question(), null)));
    seen.value("after the call", "goes on");
  }

  static void askLater(Observation seen, Client client, String model) throws InterruptedException {
    note(seen, client.async.models.generateContent(model, question(), null));
  }

  static void note(Observation seen, CompletableFuture<GenerateContentResponse> future)
      throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<GenerateContentResponse> unused =
        future.whenComplete(
            (answer, failure) -> {
              if (failure == null) {
                seen.value("answer", Answers.of(answer));
              } else {
                seen.failure("failure", failure);
              }
              done.countDown();
            });
    seen.await("answer", done);
    seen.value("after the call", "goes on");
  }

  private static void cancelled(Observation seen, String name) throws Exception {
    CompletableFuture<?> future =
        Clients.gemini().async.models.generateContent(model("ttft300", name), question(), null);
    seen.value("cancel", future.cancel(true));
    seen.value("is cancelled", future.isCancelled());
    seen.call("answer", future::get);
  }

  private static void chat(Observation seen) {
    com.google.genai.Chat chat = Clients.gemini().chats.create(model("n2", "chat"));
    seen.value("first", Answers.of(chat.sendMessage("hi")));
    seen.value("second", Answers.of(chat.sendMessage("and you")));
    seen.value("history", chat.getHistory(false).size());
  }
}
