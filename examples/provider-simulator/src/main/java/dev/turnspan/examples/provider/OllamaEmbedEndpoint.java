/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** {@code POST /api/embed}. */
final class OllamaEmbedEndpoint implements Endpoint {

  private final Embedder embedder;

  OllamaEmbedEndpoint(SimulatorState state) {
    embedder = new Embedder(state);
  }

  @Override
  public void answer(ObjectNode body, Reply reply) throws ApiError, IOException {
    String model = Prompt.requiredModel(body);
    List<String> texts = Embedder.texts(body.path("input"));
    int dimensions = Embedder.dimensions(body);
    int tokens = embedder.tokens(model, texts, reply);
    ObjectNode answer = Json.object().put("model", model);
    ArrayNode vectors = answer.putArray("embeddings");
    texts.forEach(text -> vectors.add(Embedder.numbers(Embedder.vector(text, dimensions))));
    answer
        .put("total_duration", OllamaFormat.TOTAL_DURATION)
        .put("load_duration", OllamaFormat.LOAD_DURATION)
        .put("prompt_eval_count", tokens);
    reply.json(200, answer);
  }

  @Override
  public ObjectNode error(ApiError error) {
    return OllamaFormat.errorBody(error);
  }
}
