/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/** {@code POST /v1/embeddings}: vectors that depend on nothing but the text. */
final class EmbeddingsEndpoint implements Endpoint {

  private static final int DIMENSIONS = 8;
  private static final int MOST_DIMENSIONS = 4096;

  private final SimulatorState state;

  EmbeddingsEndpoint(SimulatorState state) {
    this.state = state;
  }

  @Override
  public void answer(ObjectNode body, Reply reply) throws ApiError, IOException {
    String model = Prompt.requiredModel(body);
    List<String> texts = texts(body.path("input"));
    int dimensions = body.path("dimensions").asInt(DIMENSIONS);
    if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
      throw ApiError.badRequest("Invalid value for 'dimensions'.");
    }
    int tokens = TokenEstimate.of(String.join(" ", texts));
    int number = state.nextRequest(model);
    if (Script.isScript(model)) {
      Script script = ScriptParser.parse(model);
      script.refuse(number, reply.authorization());
      script.pace().pauseBeforeFirst();
      tokens = script.tokens().input();
    }
    boolean base64 = body.path("encoding_format").asText("").equals("base64");
    ObjectNode answer = Json.object().put("object", "list");
    ArrayNode data = answer.putArray("data");
    for (int i = 0; i < texts.size(); i++) {
      ObjectNode embedding = data.addObject().put("object", "embedding").put("index", i);
      float[] vector = vector(texts.get(i), dimensions);
      embedding.set("embedding", base64 ? encoded(vector) : numbers(vector));
    }
    answer.put("model", model);
    answer.putObject("usage").put("prompt_tokens", tokens).put("total_tokens", tokens);
    reply.json(200, answer);
  }

  /** One text, several texts, or token numbers in place of a text. */
  private static List<String> texts(JsonNode input) throws ApiError {
    List<String> texts = new ArrayList<>();
    if (input.isTextual()) {
      texts.add(input.asText());
    } else if (input.path(0).isNumber()) {
      texts.add(Json.write(input));
    } else {
      input.forEach(text -> texts.add(text.isTextual() ? text.asText() : Json.write(text)));
    }
    if (texts.isEmpty()) {
      throw ApiError.badRequest("Missing required parameter: 'input'.");
    }
    return texts;
  }

  static float[] vector(String text, int dimensions) {
    CRC32 seed = new CRC32();
    seed.update(text.getBytes(UTF_8));
    Random random = new Random(seed.getValue());
    float[] vector = new float[dimensions];
    double square = 0;
    for (int i = 0; i < dimensions; i++) {
      vector[i] = random.nextFloat() - 0.5f;
      square += vector[i] * vector[i];
    }
    float length = (float) Math.max(Math.sqrt(square), 1e-6);
    for (int i = 0; i < dimensions; i++) {
      vector[i] /= length;
    }
    return vector;
  }

  static JsonNode numbers(float[] vector) {
    ArrayNode numbers = Json.array();
    for (float number : vector) {
      // Few digits, because not every Java version writes the same last digit.
      numbers.add(Math.round(number * 10_000.0) / 10_000.0);
    }
    return numbers;
  }

  private static JsonNode encoded(float[] vector) {
    ByteBuffer bytes = ByteBuffer.allocate(vector.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (float number : vector) {
      bytes.putFloat(number);
    }
    return TextNode.valueOf(Base64.getEncoder().encodeToString(bytes.array()));
  }
}
