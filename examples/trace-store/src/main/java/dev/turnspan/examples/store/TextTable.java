/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** An aggregate as an aligned table: group keys to the left, figures to the right. */
final class TextTable {

  private static final String GAP = "  ";

  private TextTable() {}

  static String of(ObjectNode aggregate) {
    List<String> keys = new ArrayList<>();
    aggregate.path("by").forEach(key -> keys.add(key.asText()));
    List<String> columns = new ArrayList<>(keys);
    columns.addAll(AggregateQuery.FIGURE_KEYS);
    List<List<String>> lines = new ArrayList<>(List.of(columns));
    for (JsonNode row : aggregate.path("rows")) {
      lines.add(columns.stream().map(column -> cell(row.path(column))).toList());
    }
    StringBuilder table = new StringBuilder();
    int[] widths = widths(lines);
    lines.forEach(line -> append(table, line, widths, keys.size()));
    if (aggregate.has("truncated")) {
      table.append("(truncated)\n");
    }
    return table.toString();
  }

  private static String cell(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "-";
    }
    // Whole percentiles are the rule; they read as the milliseconds they are.
    boolean whole = value.isDouble() && value.doubleValue() == value.longValue();
    return whole ? Long.toString(value.longValue()) : PlainText.value(value);
  }

  private static int[] widths(List<List<String>> lines) {
    int[] widths = new int[lines.get(0).size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], length(line.get(i)));
      }
    }
    return widths;
  }

  private static void append(StringBuilder table, List<String> line, int[] widths, int keys) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - length(line.get(i)));
      text.append(i == 0 ? "" : GAP);
      text.append(i < keys ? line.get(i) + padding : padding + line.get(i));
    }
    table.append(text.toString().stripTrailing()).append('\n');
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
