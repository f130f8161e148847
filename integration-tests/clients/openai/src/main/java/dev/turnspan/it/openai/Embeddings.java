/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.openai;

import static dev.turnspan.it.openai.Clients.model;

import com.openai.client.OpenAIClient;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.program.ServerRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Embeddings, alone and where a turn is open. */
final class Embeddings {

  private Embeddings() {}

  static void addTo(Map<String, Scenario> scenarios) {
    add(scenarios, "embeddings", Clients.STRICT, "in7");
    add(scenarios, "embeddingsRetried", Clients.PATIENT, "fail500x1-in7");
    add(scenarios, "embeddingsUnauthorized", Clients.STRICT, "status401");
    scenarios.put("embeddingsAsync", Embeddings::async);
    scenarios.put(
        "embeddingsUnderServerSpan",
        seen ->
            ServerRequest.handle(
                seen,
                within -> {
                  ask(within, Clients.STRICT, model("in7", "embeddingsUnderServerSpan"));
                  WholeAnswers.ask(
                      within, Clients.STRICT, model("n3", "embeddingsUnderServerSpan"));
                }));
  }

  private static void add(
      Map<String, Scenario> scenarios, String name, OpenAIClient client, String script) {
    scenarios.put(name, seen -> ask(seen, client, model(script, name)));
  }

  private static EmbeddingCreateParams params(String model) {
    return EmbeddingCreateParams.builder().model(model).input("a text").build();
  }

  private static void ask(Observation seen, OpenAIClient client, String model) {
    seen.call("vectors", () -> describe(client.embeddings().create(params(model))));
    seen.value("after the call", "goes on");
  }

  private static void async(Observation seen) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<CreateEmbeddingResponse> unused =
        Clients.STRICT
            .async()
            .embeddings()
            .create(params(model("ttft300-in7", "embeddingsAsync")))
            .whenComplete(
                (answer, failure) -> {
                  seen.value("vectors", describe(answer));
                  done.countDown();
                });
    seen.await("vectors", done);
  }

  private static String describe(CreateEmbeddingResponse answer) {
    return answer.data().get(0).embedding() + " " + answer.usage().promptTokens();
  }
}
