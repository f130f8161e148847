/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of supported clients, made from the files that also say what is tested. */
final class SupportedClients {

  /** Capabilities, each with what proves it in an exported span; the order is the table's. */
  private static final Map<String, Predicate<SpanRecord>> CAPABILITIES = new LinkedHashMap<>();

  static {
    CAPABILITIES.put("streaming", span -> "true".equals(text(span, "stream")));
    CAPABILITIES.put("ttft", span -> has(span, "ttftMs"));
    CAPABILITIES.put("usage", span -> has(span, "usage.inputTokens"));
    CAPABILITIES.put(
        "tools", span -> has(span, "toolName") || "tool_calls".equals(text(span, "finishReason")));
    CAPABILITIES.put("conversation", span -> has(span, "conversationId"));
    CAPABILITIES.put("retries", span -> has(span, "attempt") && span.number("attempt") > 0);
  }

  private SupportedClients() {}

  /** Which capabilities the spans show. */
  static Set<String> shownBy(Collection<SpanRecord> spans) {
    return CAPABILITIES.entrySet().stream()
        .filter(entry -> spans.stream().filter(SpanRecord::isOurs).anyMatch(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The table, in Markdown. */
  static String table(Path clients) throws IOException {
    List<TestedVersions> rows = new ArrayList<>();
    try (Stream<Path> folders = Files.list(clients)) {
      folders
          .map(folder -> folder.resolve(TestedVersions.FILE))
          .filter(Files::isRegularFile)
          .forEach(file -> rows.add(TestedVersions.read(file)));
    }
    rows.sort(Comparator.comparing(TestedVersions::library, String.CASE_INSENSITIVE_ORDER));
    StringBuilder table = new StringBuilder("| library | versions tested |");
    CAPABILITIES.keySet().forEach(capability -> table.append(' ').append(capability).append(" |"));
    table.append("\n|---|---|").append("---|".repeat(CAPABILITIES.size())).append('\n');
    rows.forEach(row -> table.append(row(row)).append('\n'));
    return table.toString();
  }

  private static String row(TestedVersions client) {
    if (!CAPABILITIES.keySet().containsAll(client.shows())) {
      throw new IllegalArgumentException(
          client.library() + " shows one of " + CAPABILITIES.keySet() + ", not " + client.shows());
    }
    String versions =
        client.withFate(TestedVersions.Fate.SUPPORTED).stream()
            .map(TestedVersions.Line::version)
            .collect(Collectors.joining(", "));
    StringBuilder row = new StringBuilder("| " + client.library() + " | " + versions + " |");
    for (String capability : CAPABILITIES.keySet()) {
      row.append(client.shows().contains(capability) ? " ✓ |" : " |");
    }
    return row.toString();
  }

  private static boolean has(SpanRecord span, String key) {
    return span.attributes().containsKey(key);
  }

  private static String text(SpanRecord span, String key) {
    return String.valueOf(span.attribute(key));
  }
}
