/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;

/** {@code POST /v1/embeddings}: vectors that depend on nothing but the text. */
final class EmbeddingsEndpoint implements Endpoint {

  private final Embedder embedder;

  EmbeddingsEndpoint(SimulatorState state) {
    embedder = new Embedder(state);
  }

  @Override
  public void answer(ObjectNode body, Reply reply) throws ApiError, IOException {
    String model = Prompt.requiredModel(body);
    List<String> texts = Embedder.texts(body.path("input"));
    int dimensions = Embedder.dimensions(body);
    int tokens = embedder.tokens(model, texts, reply);
    boolean base64 = body.path("encoding_format").asText("").equals("base64");
    ObjectNode answer = Json.object().put("object", "list");
    ArrayNode data = answer.putArray("data");
    for (int i = 0; i < texts.size(); i++) {
      ObjectNode embedding = data.addObject().put("object", "embedding").put("index", i);
      float[] vector = Embedder.vector(texts.get(i), dimensions);
      embedding.set("embedding", base64 ? encoded(vector) : Embedder.numbers(vector));
    }
    answer.put("model", model);
    answer.putObject("usage").put("prompt_tokens", tokens).put("total_tokens", tokens);
    reply.json(200, answer);
  }

  private static JsonNode encoded(float[] vector) {
    ByteBuffer bytes = ByteBuffer.allocate(vector.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (float number : vector) {
      bytes.putFloat(number);
    }
    return TextNode.valueOf(Base64.getEncoder().encodeToString(bytes.array()));
  }
}
