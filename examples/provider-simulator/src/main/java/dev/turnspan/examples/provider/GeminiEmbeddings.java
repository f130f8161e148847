/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code embedContent} and {@code batchEmbedContents} of Google AI, {@code predict} of Vertex AI.
 * Only the last one reports tokens.
 */
final class GeminiEmbeddings implements Endpoint {

  private final SimulatorState state;

  GeminiEmbeddings(SimulatorState state) {
    this.state = state;
  }

  @Override
  public void answer(ObjectNode body, Reply reply) throws ApiError, IOException {
    String model = Prompt.requiredModel(body);
    int number = state.nextRequest(model);
    int tokens = 0;
    if (Script.isScript(model)) {
      Script script = ScriptParser.parse(model);
      script.refuse(number, reply.authorization());
      script.pace().pauseBeforeFirst();
      tokens = script.tokens().input();
    }
    reply.json(200, embeddings(body, tokens));
  }

  private static ObjectNode embeddings(ObjectNode body, int tokens) throws ApiError {
    ObjectNode answer = Json.object();
    if (body.path("instances").isArray()) {
      ArrayNode predictions = answer.putArray("predictions");
      for (JsonNode instance : body.path("instances")) {
        String text = instance.path("content").asText("");
        ObjectNode embedding = predictions.addObject().putObject("embeddings");
        embedding
            .putObject("statistics")
            .put("token_count", tokens > 0 ? tokens : TokenEstimate.of(text))
            .put("truncated", false);
        embedding.set("values", Embedder.numbers(text));
      }
      return answer;
    }
    if (body.path("content").isObject()) {
      answer.putObject("embedding").set("values", Embedder.numbers(text(body)));
      return answer;
    }
    List<String> texts = new ArrayList<>();
    body.path("requests").forEach(request -> texts.add(text(request)));
    if (texts.isEmpty()) {
      throw ApiError.badRequest("BatchEmbedContentsRequest.requests: at least one is required");
    }
    ArrayNode list = answer.putArray("embeddings");
    texts.forEach(text -> list.addObject().set("values", Embedder.numbers(text)));
    return answer;
  }

  private static String text(JsonNode request) {
    return Json.text(request.path("content").path("parts"));
  }
}
