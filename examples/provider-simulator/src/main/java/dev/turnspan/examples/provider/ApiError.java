/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An answer that is an error in OpenAI's shape. */
final class ApiError extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final @Nullable String code;
  private final boolean retryAtOnce;

  private ApiError(
      int status, String message, String type, @Nullable String code, boolean retryAtOnce) {
    super(message);
    this.status = status;
    this.type = type;
    this.code = code;
    this.retryAtOnce = retryAtOnce;
  }

  static ApiError badRequest(String message) {
    return new ApiError(400, message, "invalid_request_error", null, false);
  }

  static ApiError notFound(String method, String path) {
    String message = "Unknown request URL: %s %s.".formatted(method, path);
    return new ApiError(404, message, "invalid_request_error", "unknown_url", false);
  }

  static ApiError wrongMethod(String method, String path) {
    String message = "Not allowed to %s on %s; use POST.".formatted(method, path);
    return new ApiError(405, message, "invalid_request_error", "method_not_supported", false);
  }

  /** What the script calls a failure of the answer itself. */
  static ApiError scriptedFailure() {
    return new ApiError(500, "scripted failure", "server_error", "scripted", true);
  }

  /** A scripted HTTP status. Like real providers, a 401 repeats the key that was sent. */
  static ApiError scriptedStatus(int status, String authorization) {
    return switch (status) {
      case 401 ->
          new ApiError(
              401,
              "Incorrect API key provided: %s.".formatted(keyOf(authorization)),
              "invalid_request_error",
              "invalid_api_key",
              true);
      case 429 ->
          new ApiError(
              429, "Rate limit reached (scripted).", "requests", "rate_limit_exceeded", true);
      default ->
          new ApiError(
              status,
              "Scripted status %d.".formatted(status),
              status >= 500 ? "server_error" : "invalid_request_error",
              "scripted",
              true);
    };
  }

  private static String keyOf(String authorization) {
    return authorization.startsWith("Bearer ")
        ? authorization.substring("Bearer ".length())
        : authorization;
  }

  int status() {
    return status;
  }

  /** Whether the answer tells the client that it need not wait before its next attempt. */
  boolean retryAtOnce() {
    return retryAtOnce;
  }

  /** The message alone, for APIs with a shape of their own. */
  String message() {
    return String.valueOf(getMessage());
  }

  ObjectNode body() {
    ObjectNode body = Json.object();
    body.putObject("error")
        .put("message", getMessage())
        .put("type", type)
        .putNull("param")
        .put("code", code);
    return body;
  }
}
