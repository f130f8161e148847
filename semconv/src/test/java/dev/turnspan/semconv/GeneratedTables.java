/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The Markdown tables that the documentation shows, made from the resources. */
final class GeneratedTables {

  private record Column<T>(String title, Function<T, String> cell) {}

  private GeneratedTables() {}

  /** Markdown by the name of its markers. */
  static Map<String, String> all() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put("spans", spans());
    tables.put("events", events());
    tables.put("keys", keys());
    tables.put("conventions", conventions());
    return tables;
  }

  private static String spans() {
    return table(
        TsvTable.rows("spans.tsv"),
        List.of(
            new Column<>("span", row -> code(row[0])),
            new Column<>("kind", row -> row[1]),
            new Column<>("parent", row -> row[2]),
            new Column<>("one per", row -> row[3]),
            new Column<>("stays open until", row -> row[4])));
  }

  private static String events() {
    return table(
        TsvTable.rows("events.tsv"),
        List.of(
            new Column<>("event", row -> code(row[0])),
            new Column<>("when", row -> row[1]),
            new Column<>("attributes", row -> code(String.join("`, `", row[2].split(" ", -1))))));
  }

  private static String keys() {
    return table(
        AttributeDefinitions.all(),
        List.of(
            new Column<>("key", d -> code(d.key().getKey())),
            new Column<>("type, unit", GeneratedTables::type),
            new Column<>("turn", AttributeDefinition::turn),
            new Column<>("step", AttributeDefinition::step),
            new Column<>("request", AttributeDefinition::request),
            new Column<>("tool", AttributeDefinition::tool),
            new Column<>("foreign", AttributeDefinition::foreign),
            new Column<>("meaning", AttributeDefinition::meaning)));
  }

  private static String conventions() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Alias alias : Aliases.all()) {
      for (String convention : alias.convention().split(",", -1)) {
        counts.merge(convention, 1, Integer::sum);
      }
    }
    return table(
        List.copyOf(counts.entrySet()),
        List.of(
            new Column<>("convention", entry -> code(entry.getKey())),
            new Column<>("rows", entry -> entry.getValue().toString())));
  }

  private static String type(AttributeDefinition definition) {
    return definition.unit().equals(TsvTable.NONE)
        ? definition.typeName()
        : definition.typeName() + ", " + definition.unit();
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static <T> String table(List<T> rows, List<Column<T>> columns) {
    StringBuilder markdown = new StringBuilder();
    StringBuilder rule = new StringBuilder();
    for (Column<T> column : columns) {
      markdown.append("| ").append(column.title()).append(' ');
      rule.append("|---");
    }
    markdown.append("|\n").append(rule).append("|\n");
    for (T row : rows) {
      for (Column<T> column : columns) {
        String cell = column.cell().apply(row);
        markdown.append("| ").append(cell.isEmpty() ? "" : cell + " ");
      }
      markdown.append("|\n");
    }
    return markdown.toString();
  }
}
