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

  /** The key as it was sent; only for errors that repeat it, never for a log. */
  String authorization() {
    String value = exchange.getRequestHeaders().getFirst("Authorization");
    value = value == null ? exchange.getRequestHeaders().getFirst("x-api-key") : value;
    return value == null ? "" : value;
  }

  void json(int status, JsonNode body) throws IOException {
    whole(status, Json.bytes(body));
  }

  void whole(int status, byte[] body) throws IOException {
    writeJson(status, body, body.length);
  }

  void error(ApiError error) throws IOException {
    error(error, error.body());
  }

  /** An error, its body in the shape of the API that was asked. */
  void error(ApiError error, JsonNode body) throws IOException {
    if (error.retryAtOnce()) {
      exchange.getResponseHeaders().set("retry-after-ms", "1");
      exchange.getResponseHeaders().set("retry-after", "0");
    }
    if (error.status() == 405) {
      exchange.getResponseHeaders().set("Allow", "POST");
    }
    json(error.status(), body);
  }

  /** Promises the whole body, sends its first half and cuts the connection. */
  void cutInHalf(byte[] body) throws IOException {
    writeJson(200, body, body.length / 2);
    throw new CutConnection("scripted cut");
  }

  EventStream events() throws IOException {
    return EventStream.serverSent(stream("text/event-stream; charset=utf-8"));
  }

  EventStream lines() throws IOException {
    return EventStream.lines(stream("application/x-ndjson"));
  }

  void header(String name, Object value) {
    exchange.getResponseHeaders().set(name, String.valueOf(value));
  }

  /** A body whose length is not known yet. */
  OutputStream stream(String contentType) throws IOException {
    header("Content-Type", contentType);
    header("Cache-Control", "no-cache");
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
