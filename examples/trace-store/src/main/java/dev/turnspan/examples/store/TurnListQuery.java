/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The latest sealed turns, newest first. */
record TurnListQuery(int limit) implements SpanStore.Question<ObjectNode> {

  static final int DEFAULT_LIMIT = 50;
  static final int MAX_LIMIT = 1000;

  private static final String SQL =
      """
      select * exclude (attributes, events, links, origin) from spans
      where span_role = 'turn' and turn_id is not null
      order by start_ns desc, turn_id limit ?""";

  @Override
  public ObjectNode ask(Connection connection) throws SQLException {
    ObjectNode answer = Json.object();
    ArrayNode turns = answer.putArray("turns");
    try (PreparedStatement select = connection.prepareStatement(SQL)) {
      select.setInt(1, limit);
      try (ResultSet result = select.executeQuery()) {
        ResultRow row = new ResultRow(result);
        while (result.next()) {
          turns.add(turn(row));
        }
      }
    }
    return answer;
  }

  private static ObjectNode turn(ResultRow row) throws SQLException {
    ObjectNode turn = Json.object();
    row.copy("turn_id", turn, "turnId");
    row.copy("conversation_id", turn, "conversationId");
    row.copy("provider", turn, "provider");
    row.copy("model", turn, "model");
    row.copyTimes(turn);
    row.copyUsage(turn);
    row.copy("ttft_ms", turn, "ttftMs");
    row.copy("finish_reason", turn, "finishReason");
    row.copy("step_count", turn, "stepCount");
    row.copy("request_count", turn, "requestCount");
    row.copy("tool_call_count", turn, "toolCallCount");
    row.copy("status_code", turn, "status");
    return turn;
  }
}
