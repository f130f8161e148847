/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.fasterxml.jackson.databind.JsonNode;

/** Values from spans inside lines of text: one line, of bounded length, harmless to a terminal. */
final class PlainText {

  private static final int LIMIT = 160;

  private PlainText() {}

  static String value(JsonNode value) {
    return line(value.isValueNode() ? value.asText() : Json.text(value));
  }

  static String line(String value) {
    StringBuilder line = new StringBuilder();
    value.codePoints().limit(LIMIT).forEach(point -> append(line, point));
    if (value.codePointCount(0, value.length()) > LIMIT) {
      line.append('…');
    }
    return line.toString();
  }

  /** Escape sequences and bidirectional overrides would let a value rewrite the lines around it. */
  private static void append(StringBuilder line, int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          line.append(String.format("\\u%04x", point));
      default -> line.appendCodePoint(point);
    }
  }
}
