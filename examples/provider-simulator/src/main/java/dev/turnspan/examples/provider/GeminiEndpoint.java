/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/**
 * Gemini's API, as Google AI and Vertex AI serve it: model and method are in the path, and errors
 * have a shape of their own.
 */
final class GeminiEndpoint implements Endpoint {

  private final Endpoint endpoint;
  private final boolean stream;

  private GeminiEndpoint(Endpoint endpoint, boolean stream) {
    this.endpoint = endpoint;
    this.stream = stream;
  }

  /** The routes of this API, under whatever prefix. */
  static List<Route> routes(SimulatorState state) {
    Endpoint answers = new AnswerEndpoint(new GeminiFormat(), state);
    GeminiEndpoint embeddings = new GeminiEndpoint(new GeminiEmbeddings(state), false);
    return List.of(
        route("generateContent", new GeminiEndpoint(answers, false)),
        route("streamGenerateContent", new GeminiEndpoint(answers, true)),
        route("(embedContent|batchEmbedContents|predict)", embeddings));
  }

  private static Route route(String method, GeminiEndpoint endpoint) {
    return Route.post("(.*/)?models/(?<model>[^/:]+):" + method, endpoint);
  }

  @Override
  public void answer(ObjectNode body, Reply reply) throws ApiError, IOException {
    String model = body.path("model").asText();
    String name = model.substring(model.lastIndexOf('/') + 1);
    endpoint.answer(body.put("model", name).put("stream", stream), reply);
  }

  @Override
  public ObjectNode error(ApiError error) {
    return error(error.status(), String.valueOf(error.getMessage()));
  }

  static ObjectNode error(int status, String message) {
    ObjectNode body = Json.object();
    body.putObject("error")
        .put("code", status)
        .put("message", message)
        .put("status", statusName(status));
    return body;
  }

  private static String statusName(int status) {
    return switch (status) {
      case 400 -> "INVALID_ARGUMENT";
      case 401 -> "UNAUTHENTICATED";
      case 403 -> "PERMISSION_DENIED";
      case 404 -> "NOT_FOUND";
      case 429 -> "RESOURCE_EXHAUSTED";
      case 500 -> "INTERNAL";
      case 503 -> "UNAVAILABLE";
      case 504 -> "DEADLINE_EXCEEDED";
      default -> "UNKNOWN";
    };
  }
}
