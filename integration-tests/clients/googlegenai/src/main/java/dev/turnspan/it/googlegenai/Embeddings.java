/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googlegenai;

import static dev.turnspan.it.googlegenai.Clients.model;

import com.google.genai.Client;
import com.google.genai.types.EmbedContentResponse;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Embeddings. */
final class Embeddings {

  private Embeddings() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("embeddings", seen -> embed(seen, Clients.gemini(), model("in5", "embeddings")));
    scenarios.put(
        "embeddingsVertex", seen -> embed(seen, Clients.VERTEX, model("in5", "embeddingsVertex")));
    scenarios.put(
        "embeddingsFail",
        seen -> embed(seen, Clients.gemini(), model("status429", "embeddingsFail")));
    scenarios.put("embeddingsAsync", Embeddings::embedLater);
  }

  private static void embed(Observation seen, Client client, String model) {
    seen.call(
        "embeddings",
        () -> Answers.of(client.models.embedContent(model, List.of("one", "two"), null)));
  }

  private static void embedLater(Observation seen) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<EmbedContentResponse> unused =
        Clients.gemini()
            .async
            .models
            .embedContent(model("in5", "embeddingsAsync"), "one", null)
            .whenComplete(
                (answer, failure) -> {
                  seen.value("embeddings", Answers.of(answer));
                  done.countDown();
                });
    seen.await("embeddings", done);
  }
}
