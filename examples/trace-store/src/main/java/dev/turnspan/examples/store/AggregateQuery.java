/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * GROUP BY over calls that started in [from, to). The rows are provider requests: the same usage
 * stands on step and turn too, and summing over all spans would count it three times. Grouped by
 * tool, the rows are tool calls; model, provider and finish reason are then those of the step that
 * asked for the tool.
 */
record AggregateQuery(List<Dimension> by, long fromNs, long toNs)
    implements SpanStore.Question<ObjectNode> {

  static final int MAX_ROWS = 10_000;

  private static final String REQUESTS =
      "from spans where span_role = 'provider.request' and start_ns >= ? and start_ns < ?";

  private static final String TOOL_CALLS =
      """
      from (
        select t.* replace (
          coalesce(t.model, s.model) as model,
          coalesce(t.provider, s.provider) as provider,
          coalesce(t.finish_reason, s.finish_reason) as finish_reason)
        from spans t left join (
          select step_id, any_value(model) as model, any_value(provider) as provider,
            any_value(finish_reason) as finish_reason
          from spans where span_role = 'step' group by step_id) s on s.step_id = t.step_id
        where t.span_role = 'tool-call' and t.start_ns >= ? and t.start_ns < ?)""";

  private static final String FIGURES =
      """
      count(*) as "count",
      count(*) filter (where status_code = 'ERROR' or is_error) as "errors",
      sum(input_tokens) as "inputTokens",
      sum(output_tokens) as "outputTokens",
      sum(cache_read_tokens) as "cacheReadTokens",
      sum(cache_write_tokens) as "cacheWriteTokens",
      sum(reasoning_tokens) as "reasoningTokens",
      round(quantile_cont(ttft_ms, 0.5), 1) as "ttftMsP50",
      round(quantile_cont(ttft_ms, 0.95), 1) as "ttftMsP95",
      round(quantile_cont(greatest(end_ns - start_ns, 0) // 1000000, 0.5), 1) as "durationMsP50",
      round(quantile_cont(greatest(end_ns - start_ns, 0) // 1000000, 0.95), 1) as "durationMsP95",
      round(sum(output_tokens) filter (where decode_ms > 0)
        / (sum(decode_ms) filter (where decode_ms > 0 and output_tokens is not null) / 1000), 2)
        as "outputTokensPerSecond"
      """;

  static final List<String> FIGURE_KEYS =
      List.of(
          "count",
          "errors",
          "inputTokens",
          "outputTokens",
          "cacheReadTokens",
          "cacheWriteTokens",
          "reasoningTokens",
          "ttftMsP50",
          "ttftMsP95",
          "durationMsP50",
          "durationMsP95",
          "outputTokensPerSecond");

  @Override
  public ObjectNode ask(Connection connection) throws SQLException {
    ObjectNode answer = Json.object();
    ArrayNode keys = answer.putArray("by");
    by.forEach(dimension -> keys.add(dimension.key));
    ArrayNode rows = answer.putArray("rows");
    try (PreparedStatement select = connection.prepareStatement(sql())) {
      select.setLong(1, fromNs);
      select.setLong(2, toNs);
      try (ResultSet result = select.executeQuery()) {
        ResultRow row = new ResultRow(result);
        while (result.next()) {
          rows.add(row(row));
        }
      }
    }
    if (rows.size() > MAX_ROWS) {
      rows.remove(MAX_ROWS);
      answer.put("truncated", true);
    }
    return answer;
  }

  private String sql() {
    StringBuilder keys = new StringBuilder();
    StringBuilder order = new StringBuilder();
    for (Dimension dimension : by) {
      keys.append(dimension.sql).append(" as \"").append(dimension.key).append("\", ");
      order.append(order.isEmpty() ? "" : ", ").append('"').append(dimension.key).append('"');
      order.append(" nulls last");
    }
    return "select %s %s %s group by all order by %s limit %d"
        .formatted(
            keys,
            FIGURES,
            by.contains(Dimension.TOOL_NAME) ? TOOL_CALLS : REQUESTS,
            order,
            MAX_ROWS + 1);
  }

  /** The key of a group that lacks the value is an explicit null: it is a group, too. */
  private ObjectNode row(ResultRow row) throws SQLException {
    ObjectNode group = Json.object();
    for (Dimension dimension : by) {
      group.put(dimension.key, row.textOrNull(dimension.key));
    }
    for (String figure : FIGURE_KEYS) {
      row.copy(figure, group, figure);
    }
    return group;
  }
}
