/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The spans of the traces in which a turn appears, those of the turn first. */
record TurnQuery(String turnId) implements SpanStore.Question<List<SpanRow>> {

  /** A trace can be far larger than the turn; what is beyond this is not shown. */
  static final int MAX_SPANS = 10_000;

  private static final String SQL =
      """
      select * from spans
      where trace_id in (select trace_id from spans where turn_id = ?)
      order by coalesce(turn_id = ?, false) desc, start_ns, span_id limit ?""";

  @Override
  public List<SpanRow> ask(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SQL)) {
      select.setString(1, turnId);
      select.setString(2, turnId);
      select.setInt(3, MAX_SPANS);
      try (ResultSet result = select.executeQuery()) {
        List<SpanRow> spans = new ArrayList<>();
        ResultRow row = new ResultRow(result);
        while (result.next()) {
          spans.add(span(row));
        }
        return spans;
      }
    }
  }

  private static SpanRow span(ResultRow row) throws SQLException {
    return new SpanRow(
        new SpanKey(row.text("trace_id"), row.text("span_id")),
        row.textOrNull("parent_span_id"),
        row.text("name"),
        row.text("kind"),
        row.result().getLong("start_ns"),
        row.result().getLong("end_ns"),
        row.text("status_code"),
        row.textOrNull("status_message"),
        (ObjectNode) Json.tree(row.text("attributes")),
        (ArrayNode) Json.tree(row.text("events")),
        (ArrayNode) Json.tree(row.text("links")),
        (ObjectNode) Json.tree(row.text("origin")));
  }
}
