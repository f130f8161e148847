/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** {@code POST /v1/messages}: Anthropic's errors have a shape of their own. */
final class MessagesEndpoint implements Endpoint {

  private final Endpoint answers;

  MessagesEndpoint(SimulatorState state) {
    this.answers = new AnswerEndpoint(new MessagesFormat(), state);
  }

  @Override
  public void answer(ObjectNode body, Reply reply) throws ApiError, IOException {
    try {
      answers.answer(body, reply);
    } catch (ApiError e) {
      reply.error(e, error(type(e.status()), String.valueOf(e.getMessage())));
    }
  }

  static ObjectNode error(String type, String message) {
    ObjectNode body = Json.object().put("type", "error");
    body.putObject("error").put("type", type).put("message", message);
    return body;
  }

  private static String type(int status) {
    return switch (status) {
      case 401 -> "authentication_error";
      case 403 -> "permission_error";
      case 404 -> "not_found_error";
      case 413 -> "request_too_large";
      case 429 -> "rate_limit_error";
      case 529 -> "overloaded_error";
      default -> status >= 500 ? "api_error" : "invalid_request_error";
    };
  }
}
