/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The metrics of a conversation's sealed turns: those whose own span has arrived. */
record ConversationQuery(String conversationId) implements SpanStore.Question<ObjectNode> {

  private static final String TURNS =
      """
      select * exclude (attributes, events, links, origin) from spans
      where span_role = 'turn' and conversation_id = ? and turn_id is not null
      order by start_ns, turn_id""";

  private static final String STEPS =
      """
      select * exclude (attributes, events, links, origin) from spans
      where span_role = 'step' and turn_id in (
        select turn_id from spans where span_role = 'turn' and conversation_id = ?)
      order by start_ns, step_id""";

  @Override
  public ObjectNode ask(Connection connection) throws SQLException {
    Map<String, ArrayNode> stepsOfTurn = new LinkedHashMap<>();
    ObjectNode answer = Json.object();
    ArrayNode turns = answer.putArray("turns");
    forEach(connection, TURNS, row -> turns.add(turn(row, stepsOfTurn)));
    forEach(
        connection,
        STEPS,
        row -> {
          // A turn sealed between the two statements is in the next answer.
          ArrayNode steps = stepsOfTurn.get(row.text("turn_id"));
          if (steps != null) {
            steps.add(step(row));
          }
        });
    return answer;
  }

  private interface Each {
    void row(ResultRow row) throws SQLException;
  }

  private void forEach(Connection connection, String sql, Each each) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, conversationId);
      try (ResultSet result = select.executeQuery()) {
        ResultRow row = new ResultRow(result);
        while (result.next()) {
          each.row(row);
        }
      }
    }
  }

  private static ObjectNode turn(ResultRow row, Map<String, ArrayNode> stepsOfTurn)
      throws SQLException {
    ObjectNode turn = Json.object();
    row.copy("conversation_id", turn, "conversationId");
    row.copy("turn_id", turn, "turnId");
    row.copy("model", turn, "model");
    row.copy("finish_reason", turn, "finishReason");
    row.copyTimes(turn);
    row.copyUsage(turn);
    turn.set("steps", stepsOfTurn.computeIfAbsent(row.text("turn_id"), id -> Json.array()));
    return turn;
  }

  private static ObjectNode step(ResultRow row) throws SQLException {
    ObjectNode step = Json.object();
    row.copy("step_id", step, "stepId");
    row.copyUsage(step);
    row.copy("ttft_ms", step, "ttftMs");
    row.copy("decode_ms", step, "decodeMs");
    row.copy("gen_total_ms", step, "genTotalMs");
    return step;
  }
}
