/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be grouped by. The SQL is fixed text: a request only chooses among these. */
enum Dimension {
  MODEL("model", "model"),
  PROVIDER("provider", "provider"),
  CONVERSATION_ID("conversationId", "conversation_id"),
  FINISH_REASON("finishReason", "finish_reason"),
  TOOL_NAME("toolName", "tool_name"),
  /** The day in UTC on which the call started. */
  DAY("day", "cast(cast(make_timestamp(start_ns // 1000) as date) as varchar)");

  final String key;
  final String sql;

  Dimension(String key, String sql) {
    this.key = key;
    this.sql = sql;
  }

  static Optional<Dimension> of(String key) {
    return Arrays.stream(values()).filter(dimension -> dimension.key.equals(key)).findFirst();
  }

  static String accepted() {
    return Arrays.stream(values())
        .map(dimension -> dimension.key)
        .collect(Collectors.joining(", "));
  }
}
