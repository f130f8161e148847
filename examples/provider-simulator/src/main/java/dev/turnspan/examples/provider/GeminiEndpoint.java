/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gemini's API, as Google AI and Vertex AI serve it: model and method are in the path, and errors
 * have a shape of their own.
 */
final class GeminiEndpoint implements Endpoint {

  private static final Pattern PATH =
      Pattern.compile("(?:.*/)?models/([^/:]+):([a-zA-Z]+)$", Pattern.DOTALL);

  private final Endpoint endpoint;
  private final String model;
  private final boolean stream;

  private GeminiEndpoint(Endpoint endpoint, String model, boolean stream) {
    this.endpoint = endpoint;
    this.model = model;
    this.stream = stream;
  }

  /** The endpoint of a path; null if it is none of this API. */
  static @Nullable Endpoint of(String path, SimulatorState state) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      return null;
    }
    String model = matcher.group(1);
    return switch (matcher.group(2)) {
      case "generateContent" ->
          new GeminiEndpoint(new AnswerEndpoint(new GeminiFormat(), state), model, false);
      case "streamGenerateContent" ->
          new GeminiEndpoint(new AnswerEndpoint(new GeminiFormat(), state), model, true);
      case "embedContent", "batchEmbedContents", "predict" ->
          new GeminiEndpoint(new GeminiEmbeddings(state), model, false);
      default -> null;
    };
  }

  @Override
  public void answer(ObjectNode body, Reply reply) throws IOException {
    try {
      endpoint.answer(body.put("model", model).put("stream", stream), reply);
    } catch (ApiError e) {
      reply.json(e.status(), error(e.status(), String.valueOf(e.getMessage())));
    }
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
