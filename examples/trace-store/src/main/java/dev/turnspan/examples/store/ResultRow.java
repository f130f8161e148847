/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The current row of a result, into JSON: unknown values leave no key. */
record ResultRow(ResultSet result) {

  /** Copies a column under the name it has outside. */
  void copy(String column, ObjectNode target, String key) throws SQLException {
    Json.putKnown(target, key, result.getObject(column));
  }

  void copyUsage(ObjectNode target) throws SQLException {
    ObjectNode usage = Json.object();
    copy("input_tokens", usage, "inputTokens");
    copy("output_tokens", usage, "outputTokens");
    copy("cache_read_tokens", usage, "cacheReadTokens");
    copy("cache_write_tokens", usage, "cacheWriteTokens");
    if (!usage.isEmpty()) {
      target.set("usage", usage);
    }
  }

  void copyTimes(ObjectNode target) throws SQLException {
    target.put("startedAt", instant(result.getLong("start_ns")));
    target.put("durationMs", durationMs());
  }

  String text(String column) throws SQLException {
    String text = result.getString(column);
    return text == null ? "" : text;
  }

  @Nullable String textOrNull(String column) throws SQLException {
    return result.getString(column);
  }

  /** ISO-8601 with milliseconds at most: spans of one machine rarely know better. */
  static String instant(long epochNs) {
    return Instant.ofEpochMilli(Math.floorDiv(epochNs, 1_000_000)).toString();
  }

  private long durationMs() throws SQLException {
    return Math.max(0, result.getLong("end_ns") - result.getLong("start_ns")) / 1_000_000;
  }
}
