/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Collector's {@code transform} processor with the facts of the alias table, for services that
 * are not Java. It sees one span at a time: no nesting, and no JSON in Python's spelling.
 */
final class CollectorConfiguration {

  private static final String HEAD =
      """
      # Generated from the tables of semconv; do not edit.
      # A transform processor of the OpenTelemetry Collector (contrib): canonical names for spans about language models.
      # It sees one span at a time: that two producers tell of one call it cannot know, so use it for services
      # that Turnspan's agent is not in. Several reasons to finish give the first; counts without cache or reasoning are
      # repaired where arithmetic proves it.
      processors:
        transform/turnspan:
          error_mode: ignore
          trace_statements:
            - context: span
              conditions:
                - instrumentation_scope.name != "dev.turnspan"
              statements:
      """;

  private final List<String> statements = new ArrayList<>();

  private CollectorConfiguration() {}

  static String text() {
    CollectorConfiguration configuration = new CollectorConfiguration();
    configuration.addAll();
    return HEAD
        + configuration.statements.stream()
            .map(statement -> "          - '" + statement.replace("'", "''") + "'\n")
            .collect(Collectors.joining());
  }

  private void addAll() {
    markModelSpans();
    List<Alias> byRank = new ArrayList<>(Aliases.all());
    byRank.sort(Comparator.comparing(Alias::rank));
    for (Alias alias : byRank) {
      if (alias.rank() != AliasRank.CANONICAL && alias.rank() != AliasRank.KNOWN) {
        add(alias);
      }
    }
    words("provider", providers(), "provider");
    // A provider that is not in the table is taken as it is, a framework is none.
    statements.add(
        "set("
            + attribute("provider")
            + ", ToLowerCase(span.cache[\"provider\"])) where "
            + guard("provider")
            + " and span.cache[\"provider\"] != nil and not IsMatch(span.cache[\"provider\"], \"(?i)^("
            + frameworks()
            + ")$\")");
    words("finishReason", finishReasons(), "reason");
    statements.add(set("model", attribute("responseModel")));
    statements.add(set("model", attribute("requestModel")));
    statements.add(
        "set("
            + attribute("decodeMs")
            + ", "
            + attribute("genTotalMs")
            + " - "
            + attribute("ttftMs")
            + ") where "
            + attribute("decodeMs")
            + " == nil and "
            + attribute("ttftMs")
            + " != nil and "
            + attribute("genTotalMs")
            + " != nil and "
            + attribute("genTotalMs")
            + " >= "
            + attribute("ttftMs"));
    repair("usage.inputTokens", "usage.raw.inputTokens", "usage.cacheReadTokens");
    repair("usage.outputTokens", "usage.raw.outputTokens", "usage.reasoningTokens");
    statements.add(
        "set("
            + attribute("spanRole")
            + ", \"tool-call\") where "
            + guard("spanRole")
            + " and "
            + attribute("toolName")
            + " != nil");
    statements.add(
        "set("
            + attribute("spanRole")
            + ", \"provider.request\") where "
            + guard("spanRole")
            + " and ("
            + attribute("model")
            + " != nil or "
            + attribute("usage.inputTokens")
            + " != nil)");
    statements.add("set(" + attribute("spanRole") + ", \"other\") where " + guard("spanRole"));
  }

  private void markModelSpans() {
    // A list of conditions would be evaluated for each statement.
    List<String> markers =
        Aliases.all().stream()
            .filter(alias -> alias.marksLlmSpan() && !alias.isPattern())
            .filter(alias -> alias.conditions().isEmpty())
            .map(Alias::sourceKey)
            .distinct()
            .toList();
    for (int from = 0; from < markers.size(); from += 40) {
      statements.add(
          "set(span.cache[\"llm\"], true) where "
              + markers.subList(from, Math.min(from + 40, markers.size())).stream()
                  .map(key -> attribute(key) + " != nil")
                  .collect(Collectors.joining(" or ")));
    }
  }

  private void add(Alias alias) {
    ValueRule rule = alias.rule();
    String canonical = alias.canonicalKey();
    if (rule == null || canonical == null || alias.isPattern()) {
      return;
    }
    String source = attribute(alias.sourceKey());
    String where = source + " != nil" + condition(alias);
    String path = alias.path();
    if (path != null) {
      statements.add(
          "set(span.cache[\"object\"], ParseJSON(" + source + ")) where IsString(" + source + ")");
      source =
          "span.cache[\"object\"]"
              + Pattern.compile("\\.")
                  .splitAsStream(path)
                  .map(name -> "[\"" + name + "\"]")
                  .collect(Collectors.joining());
      where = attribute(alias.sourceKey()) + " != nil and " + source + " != nil";
    }
    switch (rule) {
      case OPERATION, SPAN_ROLE -> addWords(canonical, source, where, kinds(alias, rule));
      case PROVIDER -> statements.add(raw("provider", source, where));
      case FINISH_REASON -> statements.add(raw("reason", source, where));
      default -> {
        String value = converted(rule, source);
        if (value != null && !canonical.equals(Aliases.TOTAL_TOKENS)) {
          statements.add(
              "set("
                  + attribute(canonical)
                  + ", "
                  + value
                  + ") where "
                  + guard(canonical)
                  + " and "
                  + where
                  + usable(rule, source));
        }
      }
    }
  }

  private static @Nullable String converted(ValueRule rule, String source) {
    return switch (rule) {
      case TEXT -> "String(" + source + ")";
      case COUNT -> "Int(" + source + ")";
      case NUMBER -> "Double(" + source + ")";
      case SECONDS -> "Int(Double(" + source + ") * 1000.0 + 0.5)";
      case MILLIS -> "Int(Double(" + source + ") + 0.5)";
      case BOOLEAN -> "IsMatch(String(" + source + "), \"(?i)^.?true.?$\")";
      default -> null;
    };
  }

  private static String usable(ValueRule rule, String source) {
    return switch (rule) {
      case TEXT -> " and not IsMatch(String(" + source + "), " + placeholders() + ")";
      case COUNT -> " and Int(" + source + ") >= 0";
      case SECONDS, MILLIS, NUMBER -> " and Double(" + source + ") >= 0.0";
      default -> "";
    };
  }

  private static String condition(Alias alias) {
    StringBuilder text = new StringBuilder();
    for (SpanCondition condition : alias.conditions()) {
      text.append(
          switch (condition.evidence()) {
            case SCOPE ->
                " and IsMatch(instrumentation_scope.name, \"^"
                    + condition.text().replace(".", "[.]")
                    + "\")";
            case STRING -> " and IsString(" + attribute(condition.text()) + ")";
            case VALUE ->
                " and " + attribute(condition.text()) + " == \"" + condition.value() + "\"";
            default -> throw new IllegalStateException("no statement for " + condition);
          });
    }
    return text.toString();
  }

  private static Map<String, String> kinds(Alias alias, ValueRule rule) {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (String[] row : TsvTable.rows("operations.tsv")) {
      String meaning = rule == ValueRule.OPERATION ? row[2] : row[3];
      if (row[0].equals(alias.sourceKey()) && !meaning.equals(TsvTable.NONE)) {
        kinds.merge(meaning, literal(row[1]), (one, other) -> one + "|" + other);
      }
    }
    return kinds;
  }

  private void addWords(
      String canonical, String source, String where, Map<String, String> meanings) {
    meanings.forEach(
        (meaning, words) ->
            statements.add(
                "set("
                    + attribute(canonical)
                    + ", \""
                    + meaning
                    + "\") where "
                    + guard(canonical)
                    + " and "
                    + where
                    + " and IsMatch(String("
                    + source
                    + "), \"(?i)^.?("
                    + words
                    + ").?$\")"));
  }

  /** The first source of a concept whose words are looked up later. */
  private static String raw(String name, String source, String where) {
    return "set(span.cache[\""
        + name
        + "\"], String("
        + source
        + ")) where span.cache[\""
        + name
        + "\"] == nil and "
        + where
        + " and not IsMatch(String("
        + source
        + "), "
        + placeholders()
        + ")";
  }

  private void words(String canonical, Map<String, String> meanings, String name) {
    String source = "span.cache[\"" + name + "\"]";
    meanings.forEach(
        (meaning, words) ->
            statements.add(
                "set("
                    + attribute(canonical)
                    + ", \""
                    + meaning
                    + "\") where "
                    + guard(canonical)
                    + " and "
                    + source
                    + " != nil and IsMatch("
                    + source
                    + ", \"(?i)^[^a-z_]*("
                    + words
                    + ")([^a-z_].*)?$\")"));
  }

  private static Map<String, String> providers() {
    Map<String, String> providers = new LinkedHashMap<>();
    for (String[] row : TsvTable.rows("providers.tsv")) {
      if (row[0].equals("value") && !row[2].equals(TsvTable.NONE)) {
        providers.merge(
            row[2], literal(row[1]).replace("_", "[-_ ]"), (one, other) -> one + "|" + other);
      }
    }
    return providers;
  }

  private static String frameworks() {
    return TsvTable.rows("providers.tsv").stream()
        .filter(row -> row[0].equals("value") && row[2].equals(TsvTable.NONE))
        .map(row -> literal(row[1]).replace("_", "[-_ ]"))
        .collect(Collectors.joining("|"));
  }

  private static Map<String, String> finishReasons() {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (String[] row : TsvTable.rows("finish-reasons.tsv")) {
      if (!row[1].equals(TsvTable.NONE)) {
        reasons.merge(row[1], literal(row[0]), (one, other) -> one + "|" + other);
      }
    }
    return reasons;
  }

  private void repair(String counted, String raw, String missing) {
    statements.add(
        "set("
            + attribute(raw)
            + ", "
            + attribute(counted)
            + ") where "
            + attribute(raw)
            + " == nil and "
            + attribute(counted)
            + " != nil and "
            + attribute(missing)
            + " != nil and "
            + attribute(missing)
            + " > "
            + attribute(counted));
    statements.add(
        "set("
            + attribute(counted)
            + ", "
            + attribute(raw)
            + " + "
            + attribute(missing)
            + ") where "
            + attribute(raw)
            + " != nil and "
            + attribute(missing)
            + " != nil and "
            + attribute(counted)
            + " == "
            + attribute(raw));
  }

  private static String set(String canonical, String value) {
    return "set("
        + attribute(canonical)
        + ", "
        + value
        + ") where "
        + guard(canonical)
        + " and "
        + value
        + " != nil";
  }

  private static String guard(String canonical) {
    return "span.cache[\"llm\"] == true and " + attribute(canonical) + " == nil";
  }

  private static String attribute(String key) {
    return "span.attributes[\"" + key + "\"]";
  }

  private static String placeholders() {
    return "\"(?i)^\\\\s*("
        + TsvTable.rows("placeholders.tsv").stream()
            .map(row -> literal(row[0]))
            .collect(Collectors.joining("|"))
        + ")?\\\\s*$\"";
  }

  private static String literal(String text) {
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      literal.append(Character.isLetterOrDigit(c) || "_-:/ ".indexOf(c) >= 0 ? c : "[" + c + "]");
    }
    return literal
        .toString()
        .replace("[[]", "\\\\[")
        .replace("[]]", "\\\\]")
        .replace("[\"]", "\\\"");
  }
}
