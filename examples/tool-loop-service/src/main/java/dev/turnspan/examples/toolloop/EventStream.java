/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.toolloop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * An answer as server-sent events: {@code delta} for each piece, then {@code done} or {@code
 * error}.
 */
final class EventStream implements Answer {

  private final OutputStream out;
  private final ObjectMapper json;

  EventStream(HttpExchange exchange, ObjectMapper json) throws IOException {
    this.json = json;
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream;charset=UTF-8");
    exchange.sendResponseHeaders(200, 0);
    out = exchange.getResponseBody();
  }

  @Override
  public void delta(String text) throws IOException {
    send("delta", Map.of("text", text));
  }

  void done(String answer) throws IOException {
    send("done", Map.of("answer", answer));
  }

  void failed(String type) throws IOException {
    send("error", Map.of("error", Map.of("type", type)));
  }

  private void send(String event, Object data) throws IOException {
    String text = "event:" + event + "\ndata:" + json.writeValueAsString(data) + "\n\n";
    out.write(text.getBytes(UTF_8));
    out.flush();
  }
}
