/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import java.util.ArrayList;
import java.util.List;

/** A piece of an answer, cut into the deltas of a stream. Only tool calls have id and name. */
record Part(Kind kind, List<String> deltas, String callId, String name) {

  enum Kind {
    REASONING,
    TEXT,
    REFUSAL,
    TOOL_CALL
  }

  private static final int LONGEST_ARGUMENT_DELTA = 12;

  static Part of(Kind kind, List<String> deltas) {
    return new Part(kind, deltas, "", "");
  }

  /** Arguments come in several deltas, however short they are. */
  static Part toolCall(String id, String name, String arguments) {
    int size = Math.max(1, Math.min(arguments.length() / 3, LONGEST_ARGUMENT_DELTA));
    List<String> deltas = new ArrayList<>();
    for (int i = 0; i < arguments.length(); i += size) {
      deltas.add(arguments.substring(i, Math.min(i + size, arguments.length())));
    }
    return new Part(Kind.TOOL_CALL, deltas, id, name);
  }

  String text() {
    return String.join("", deltas);
  }
}
