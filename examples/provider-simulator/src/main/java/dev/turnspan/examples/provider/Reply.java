/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;

/** The HTTP side of one answer. */
final class Reply {

  private final HttpExchange exchange;

  Reply(HttpExchange exchange) {
    this.exchange = exchange;
  }

  /** The Authorization header; only for errors that repeat the key, never for a log. */
  String authorization() {
    String value = exchange.getRequestHeaders().getFirst("Authorization");
    return value == null ? "" : value;
  }

  void json(int status, JsonNode body) throws IOException {
    whole(status, Json.bytes(body));
  }

  void whole(int status, byte[] body) throws IOException {
    writeJson(status, body, body.length);
  }

  void error(ApiError error) throws IOException {
    if (error.retryAtOnce()) {
      exchange.getResponseHeaders().set("retry-after-ms", "1");
      exchange.getResponseHeaders().set("retry-after", "0");
    }
    if (error.status() == 405) {
      exchange.getResponseHeaders().set("Allow", "POST");
    }
    json(error.status(), error.body());
  }

  /** Promises the whole body, sends its first half and cuts the connection. */
  void cutInHalf(byte[] body) throws IOException {
    writeJson(200, body, body.length / 2);
    throw new CutConnection("scripted cut");
  }

  EventStream events() throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-cache");
    exchange.sendResponseHeaders(200, 0);
    return new EventStream(exchange.getResponseBody());
  }

  void header(String name, Object value) {
    exchange.getResponseHeaders().set(name, String.valueOf(value));
  }

  /** A body whose length is not known yet. */
  OutputStream stream(String contentType) throws IOException {
    header("Content-Type", contentType);
    exchange.sendResponseHeaders(200, 0);
    return exchange.getResponseBody();
  }

  private void writeJson(int status, byte[] body, int length) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length);
    OutputStream out = exchange.getResponseBody();
    out.write(body, 0, length);
    out.flush();
  }
}
