/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;

/** Server-sent events, or JSON lines; each one leaves at once. */
final class EventStream {

  private final OutputStream out;
  private final String before;
  private final String after;

  private EventStream(OutputStream out, String before, String after) {
    this.out = out;
    this.before = before;
    this.after = after;
  }

  static EventStream serverSent(OutputStream out) {
    return new EventStream(out, "data: ", "\n\n");
  }

  static EventStream lines(OutputStream out) {
    return new EventStream(out, "", "\n");
  }

  void data(JsonNode data) throws IOException {
    raw(Json.write(data));
  }

  void raw(String data) throws IOException {
    send(before + data + after);
  }

  void event(String name, JsonNode data) throws IOException {
    send("event: " + name + "\ndata: " + Json.write(data) + "\n\n");
  }

  private void send(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
  }
}
