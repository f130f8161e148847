/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.toolloop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A question.
 *
 * @param conversationId empty: the question stands for itself
 * @param model empty: the configured one
 */
record ChatRequest(String conversationId, String message, String model) {

  static ChatRequest parse(byte[] body, ObjectMapper json) throws InvalidRequestException {
    JsonNode object;
    try {
      object = json.readTree(new String(body, UTF_8));
    } catch (JsonProcessingException e) {
      throw new InvalidRequestException("The body is no JSON.", e);
    }
    ChatRequest request =
        new ChatRequest(
            object.path("conversationId").asText(""),
            object.path("message").asText(""),
            object.path("model").asText(""));
    if (request.message().isBlank()) {
      throw new InvalidRequestException("A message is needed.", null);
    }
    return request;
  }
}
