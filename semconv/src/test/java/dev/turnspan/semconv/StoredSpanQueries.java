/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SQL that normalizes stored spans: a template per engine, filled from the tables. */
final class StoredSpanQueries {

  /**
   * How an engine writes what the templates share.
   *
   * @param name of the template
   * @param types of columns, by those of the table of keys
   * @param root what a path into JSON starts with
   * @param pivot makes a column of the rows that bear a canonical key: key, type, column
   * @param gated a column that only a record has: column
   */
  record Dialect(String name, Map<String, String> types, String root, String pivot, String gated) {}

  static final Dialect DUCKDB =
      new Dialect(
          "duckdb",
          Map.of("long", "bigint", "double", "double", "boolean", "boolean", "string", "varchar"),
          "$.",
          "max(case when canonical = '%s' then val end)::%s %s",
          "case when own or counted then %1$s end %1$s");

  /** The table of the collector's ClickHouse exporter. */
  static final Dialect CLICKHOUSE =
      new Dialect(
          "clickhouse",
          Map.of("long", "Int64", "double", "Float64", "boolean", "Bool", "string", "String"),
          "",
          "cast(anyIf(c.val, c.canonical = '%s') as Nullable(%s)) as %s",
          "if(own or counted, j.%1$s, null) as %1$s");

  private static final List<String> SPECIAL =
      List.of(
          "spanRole",
          "model",
          "turnId",
          "stepId",
          "isError",
          "usage.inputTokens",
          "usage.outputTokens",
          "usage.raw.inputTokens",
          "usage.raw.outputTokens",
          "usage.reported",
          "usage.unverified",
          Aliases.TOTAL_TOKENS);

  private StoredSpanQueries() {}

  static String of(Dialect dialect) {
    String text = template("/stored-spans/" + dialect.name() + ".sql");
    for (Map.Entry<String, String> entry : parts(dialect).entrySet()) {
      text = text.replace("${" + entry.getKey() + "}", entry.getValue());
    }
    return text;
  }

  private static Map<String, String> parts(Dialect dialect) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("words", words());
    parts.put("hosts", hosts());
    parts.put("telling", "'length', 'content_filter', 'refusal', 'tool_calls', 'stop'");
    parts.put(
        "provider_suffixes",
        TsvTable.rows("providers.tsv").stream()
            .filter(row -> row[0].equals("suffix"))
            .map(row -> row[1].replace(".", "[.]"))
            .collect(Collectors.joining("|")));
    parts.put("aliases", aliases(dialect));
    parts.put("counting", counting());
    Map<String, String> types = types(dialect);
    parts.put(
        "pivot",
        types.entrySet().stream()
            .map(
                entry ->
                    dialect
                        .pivot()
                        .formatted(entry.getKey(), entry.getValue(), column(entry.getKey())))
            .collect(Collectors.joining(",\n    ")));
    parts.put(
        "plain_columns",
        types.keySet().stream()
            .filter(key -> !SPECIAL.contains(key) && !key.startsWith("usage."))
            .map(StoredSpanQueries::column)
            .collect(Collectors.joining(", ")));
    parts.put(
        "usage_columns",
        types.keySet().stream()
            .filter(key -> !SPECIAL.contains(key) && key.startsWith("usage."))
            .map(key -> dialect.gated().formatted(column(key)))
            .collect(Collectors.joining(",\n  ")));
    return parts;
  }

  /** The column of a canonical key. */
  static String column(String key) {
    return key.replace("usage.", "")
        .replace('.', '_')
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> types(Dialect dialect) {
    Map<String, String> types = new LinkedHashMap<>();
    for (AttributeDefinition definition : AttributeDefinitions.all()) {
      if (!definition.foreign().isEmpty()) {
        types.put(
            definition.key().getKey(), requireNonNull(dialect.types().get(definition.typeName())));
      }
    }
    types.put(Aliases.TOTAL_TOKENS, requireNonNull(dialect.types().get("long")));
    return types;
  }

  private static String aliases(Dialect dialect) {
    List<String> rows = new ArrayList<>();
    List<Alias> byRank = new ArrayList<>(Aliases.all());
    byRank.sort(Comparator.comparing(Alias::rank));
    for (int i = 0; i < byRank.size(); i++) {
      Alias alias = byRank.get(i);
      if (alias.canonicalKey() == null && !alias.marksLlmSpan()) {
        continue;
      }
      String path = alias.path();
      ValueRule rule = alias.rule();
      String canonical = alias.canonicalKey();
      rows.add(
          "(%d, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
              .formatted(
                  i,
                  quoted(alias.sourceKey()),
                  quoted(path == null ? "" : dialect.root() + path),
                  quoted(text(alias.conditions(), SpanCondition.Evidence.SCOPE, 0)),
                  quoted(text(alias.conditions(), SpanCondition.Evidence.STRING, 0)),
                  quoted(text(alias.conditions(), SpanCondition.Evidence.VALUE, 0)),
                  quoted(value(alias.conditions())),
                  quoted(canonical == null ? "" : canonical),
                  quoted(rule == null ? "" : rule.cell()),
                  quoted(alias.rank().name().toLowerCase(Locale.ROOT)),
                  alias.marksLlmSpan()));
    }
    return String.join(",\n", rows);
  }

  private static String counting() {
    List<String> rows = new ArrayList<>();
    List<String[]> cells = TsvTable.rows("scope-overrides.tsv");
    for (int i = 0; i < cells.size(); i++) {
      List<SpanCondition> conditions = ScopeOverrides.all().get(i).conditions();
      String[] row = cells.get(i);
      rows.add(
          "(%d, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
              .formatted(
                  i,
                  quoted(text(conditions, SpanCondition.Evidence.SCOPE, 0)),
                  quoted(text(conditions, SpanCondition.Evidence.SCOPE_IS, 0)),
                  quoted(text(conditions, SpanCondition.Evidence.STRING, 0)),
                  quoted(text(conditions, SpanCondition.Evidence.HAS, 0)),
                  quoted(text(conditions, SpanCondition.Evidence.HAS, 1)),
                  quoted(text(conditions, SpanCondition.Evidence.LACKS, 0)),
                  quoted(text(conditions, SpanCondition.Evidence.LACKS, 1)),
                  quoted(row[1]),
                  quoted(row[2]),
                  quoted(row[3]),
                  quoted(row[4])));
    }
    return String.join(",\n", rows);
  }

  private static String text(
      List<SpanCondition> conditions, SpanCondition.Evidence evidence, int nth) {
    List<String> texts =
        conditions.stream()
            .filter(condition -> condition.evidence() == evidence)
            .map(SpanCondition::text)
            .toList();
    return nth < texts.size() ? texts.get(nth) : "";
  }

  private static String value(List<SpanCondition> conditions) {
    return conditions.stream()
        .map(SpanCondition::value)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String words() {
    List<String> rows = new ArrayList<>();
    rows.add(row("placeholder", "", ""));
    TsvTable.rows("placeholders.tsv").forEach(row -> rows.add(row("placeholder", row[0], "")));
    for (String[] row : TsvTable.rows("providers.tsv")) {
      if (row[0].equals("value")) {
        rows.add(row("provider", row[1].replace('-', '_').replace(' ', '_'), row[2]));
      }
    }
    TsvTable.rows("finish-reasons.tsv")
        .forEach(row -> rows.add(row("finish-reason", row[0], row[1])));
    for (String[] row : TsvTable.rows("operations.tsv")) {
      String word = row[0] + " " + row[1];
      rows.add(row("operation", word, row[2]));
      rows.add(row("span-role", word, row[3]));
      if (!row[4].equals(TsvTable.NONE)) {
        rows.add(row("nested-role", word, row[4]));
      }
    }
    TsvTable.rows("values.tsv").forEach(row -> rows.add(row(row[0], row[1], row[2])));
    return String.join(",\n", rows);
  }

  private static String hosts() {
    return TsvTable.rows("providers.tsv").stream()
        .filter(row -> row[0].equals("host"))
        .map(row -> row(row[1].replace("_", "\\_").replace("*", "_%"), row[2]))
        .collect(Collectors.joining(",\n"));
  }

  private static String row(String... cells) {
    return Stream.of(cells)
        .map(StoredSpanQueries::quoted)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String template(String resource) {
    try (InputStream in =
        requireNonNull(StoredSpanQueries.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
