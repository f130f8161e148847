/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The bodies of Titan's and Cohere's embedding models. */
final class BedrockEmbeddings {

  private static final int DIMENSIONS = 8;

  private BedrockEmbeddings() {}

  static boolean isEmbedding(String model) {
    return model.contains("titan-embed") || model.contains("cohere.embed");
  }

  static List<String> texts(ObjectNode body) throws ApiError {
    List<String> texts = new ArrayList<>();
    if (body.has("inputText")) {
      texts.add(body.path("inputText").asText());
    }
    for (JsonNode text : body.path("texts")) {
      texts.add(text.asText());
    }
    if (texts.isEmpty()) {
      throw ApiError.badRequest("Malformed input request: nothing to embed");
    }
    return texts;
  }

  static ObjectNode answer(String model, List<String> texts, int tokens, String id) {
    ObjectNode answer = Json.object();
    if (model.contains("titan-embed")) {
      answer.set("embedding", Embedder.numbers(vector(texts.get(0))));
      return answer.put("inputTextTokenCount", tokens);
    }
    answer.put("id", id).put("response_type", "embeddings_floats");
    ArrayNode embeddings = answer.putArray("embeddings");
    texts.forEach(text -> embeddings.add(Embedder.numbers(vector(text))));
    return answer;
  }

  private static float[] vector(String text) {
    return Embedder.vector(text, DIMENSIONS);
  }
}
