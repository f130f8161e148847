/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.azureopenai;

import static dev.turnspan.it.azureopenai.Clients.chat;
import static dev.turnspan.it.azureopenai.Clients.model;

import com.azure.ai.openai.OpenAIClientBuilder;
import com.azure.ai.openai.models.EmbeddingsOptions;
import com.azure.core.http.rest.RequestOptions;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.program.ServerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import reactor.core.Disposable;

/** Answers in one piece. */
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
    add(scenarios, "refusal", "refusal");
    scenarios.put("retried", seen -> ask(seen, Clients.PATIENT, model("fail500x1", "retried")));
    scenarios.put("connectError", seen -> later(seen, Clients.LOST, model("n3", "connectError")));
    scenarios.put("async", seen -> later(seen, Clients.STRICT, model("ttft100", "async")));
    scenarios.put(
        "retriedAsync", seen -> later(seen, Clients.PATIENT, model("fail500x1", "retriedAsync")));
    scenarios.put(
        "unauthorizedAsync",
        seen -> later(seen, Clients.STRICT, model("status401", "unauthorizedAsync")));
    scenarios.put("cancelled", WholeAnswers::cancelled);
    scenarios.put("withResponse", WholeAnswers::withResponse);
    scenarios.put("notSubscribed", WholeAnswers::notSubscribed);
    scenarios.put("embeddings", WholeAnswers::embeddings);
    scenarios.put("embeddingsAsync", WholeAnswers::embeddingsAsync);
    scenarios.put(
        "underServerSpan",
        seen ->
            ServerRequest.handle(
                seen,
                within -> {
                  ask(within, Clients.STRICT, model("n3", "underServerSpan"));
                  ask(within, Clients.STRICT, model("n3", "underServerSpan"));
                }));
  }

  private static void add(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> ask(seen, Clients.STRICT, model(script, name)));
  }

  private static void ask(Observation seen, OpenAIClientBuilder client, String model) {
    seen.call(
        "answer", () -> Clients.describe(client.buildClient().getChatCompletions(model, chat())));
    seen.value("after the call", "goes on");
  }

  private static void later(Observation seen, OpenAIClientBuilder client, String model)
      throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Disposable unused =
        client
            .buildAsyncClient()
            .getChatCompletions(model, chat())
            .map(Clients::describe)
            .doOnNext(answer -> seen.value("on its way", answer))
            .doFinally(signal -> done.countDown())
            .subscribe(
                answer -> seen.value("answer", answer),
                failure -> seen.value("failure", failure.getClass()));
    seen.await("answer", done);
    seen.value("after the call", "goes on");
  }

  private static void cancelled(Observation seen) {
    Disposable subscription =
        Clients.STRICT
            .buildAsyncClient()
            .getChatCompletions(model("ttft1000", "cancelled"), chat())
            .subscribe(answer -> seen.value("answer", "came"));
    subscription.dispose();
    seen.value("is cancelled", subscription.isDisposed());
  }

  private static void withResponse(Observation seen) {
    seen.call(
        "answer",
        () ->
            Clients.describe(
                Clients.STRICT
                    .buildClient()
                    .getChatCompletionsWithResponse(
                        model("n3", "withResponse"), chat(), new RequestOptions())
                    .getValue()));
  }

  /** Nothing is asked before somebody wants to know; twice, it is asked twice. */
  private static void notSubscribed(Observation seen) {
    var answer =
        Clients.STRICT
            .buildAsyncClient()
            .getChatCompletions(model("n1", "notSubscribed"), chat())
            .map(Clients::describe);
    seen.value("made", answer != null);
    seen.call("answer", answer::block);
    seen.call("again", answer::block);
  }

  private static void embeddings(Observation seen) {
    seen.call(
        "vectors",
        () ->
            Clients.STRICT
                .buildClient()
                .getEmbeddings(
                    model("in7", "embeddings"), new EmbeddingsOptions(List.of("one", "two")))
                .getData()
                .size());
  }

  private static void embeddingsAsync(Observation seen) {
    seen.call(
        "vectors",
        () ->
            Clients.STRICT
                .buildAsyncClient()
                .getEmbeddings(
                    model("in7", "embeddingsAsync"), new EmbeddingsOptions(List.of("one")))
                .map(answer -> answer.getData().size())
                .block());
  }
}
