/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import java.util.Map;

/** A complete response. */
record Answer(int status, Map<String, String> headers, ByteString body) {

  Answer(int status, String contentType, byte[] body) {
    this(status, Map.of("Content-Type", contentType), ByteString.copyFrom(body));
  }

  static Answer json(JsonNode tree) {
    return json(200, tree);
  }

  static Answer text(String text) {
    return new Answer(
        200, Map.of("Content-Type", "text/plain; charset=utf-8"), ByteString.copyFromUtf8(text));
  }

  static Answer error(int status, String message) {
    return json(status, Json.object().put("error", message));
  }

  /** For an address that exists, asked with the wrong method. */
  static Answer notAllowed(String allowed) {
    Answer answer = error(405, "method not allowed (allowed: " + allowed + ")");
    return new Answer(
        405, Map.of("Content-Type", "application/json", "Allow", allowed), answer.body());
  }

  private static Answer json(int status, JsonNode tree) {
    return new Answer(status, "application/json", Json.bytes(tree));
  }
}
