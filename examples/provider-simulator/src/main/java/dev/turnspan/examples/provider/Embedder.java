/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/** What every embeddings API does: it plays the script, counts tokens and makes vectors. */
final class Embedder {

  private static final int DIMENSIONS = 8;
  private static final int MOST_DIMENSIONS = 4096;

  private final SimulatorState state;

  Embedder(SimulatorState state) {
    this.state = state;
  }

  /** The tokens that the answer reports. */
  int tokens(String model, List<String> texts, Reply reply) throws ApiError {
    int number = state.nextRequest(model);
    if (!Script.isScript(model)) {
      return TokenEstimate.of(String.join(" ", texts));
    }
    Script script = ScriptParser.parse(model);
    script.refuse(number, reply.authorization());
    script.pace().pauseBeforeFirst();
    return script.tokens().input();
  }

  static int dimensions(JsonNode body) throws ApiError {
    int dimensions = body.path("dimensions").asInt(DIMENSIONS);
    if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
      throw ApiError.badRequest("Invalid value for 'dimensions'.");
    }
    return dimensions;
  }

  /** One text, several texts, or token numbers in place of a text. */
  static List<String> texts(JsonNode input) throws ApiError {
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

  /** A vector of length 1 that depends on nothing but the text. */
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

  /** The numbers for a text where nobody asks for a certain length. */
  static ArrayNode numbers(String text) {
    return numbers(vector(text, DIMENSIONS));
  }

  static ArrayNode numbers(float[] vector) {
    ArrayNode numbers = Json.array();
    for (float number : vector) {
      // Few digits, because not every Java version writes the same last digit.
      numbers.add(Math.round(number * 10_000.0) / 10_000.0);
    }
    return numbers;
  }
}
