/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import dev.turnspan.it.kit.SpanRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Traces as text, one line a span: what a shape decides, and nothing of what a way of calling does.
 * What a provider reports of a call is the concern of the clients' tests.
 */
final class CompactTree {

  private static final List<String> SHOWN =
      List.of(
          "operation",
          "toolName",
          "inferred",
          "isError",
          "attempt",
          "finishReason",
          "stepCount",
          "requestCount",
          "toolCallCount",
          "conversationId",
          "conversationId.source");

  private static final Pattern MODEL = Pattern.compile("sim-[a-z0-9-]*-s[A-Za-z]+");

  private final List<SpanRecord> spans;
  private final StringBuilder text = new StringBuilder();

  private CompactTree(List<SpanRecord> spans) {
    this.spans = spans;
  }

  /** The traces of these spans, in the order of their starts. */
  static String render(List<SpanRecord> spans) {
    Map<String, List<SpanRecord>> traces = new TreeMap<>();
    for (SpanRecord span : spans) {
      traces.computeIfAbsent(span.traceId(), id -> new ArrayList<>()).add(span);
    }
    StringBuilder all = new StringBuilder();
    traces.values().stream()
        .sorted(Comparator.comparing(CompactTree::start))
        .forEach(trace -> all.append(new CompactTree(trace).render()));
    return all.toString();
  }

  private static long start(List<SpanRecord> trace) {
    return trace.stream().mapToLong(SpanRecord::startNanos).min().orElse(0);
  }

  private String render() {
    Set<String> ids = new TreeSet<>();
    spans.forEach(span -> ids.add(span.spanId()));
    spans.stream()
        .filter(span -> !ids.contains(span.parentId()))
        .sorted(CompactTree::order)
        .forEach(span -> line(span, ""));
    return text.toString();
  }

  private void line(SpanRecord span, String indent) {
    String line = indent + text(span) + '\n';
    if (!isExchange(span) || !text.toString().endsWith(line)) {
      text.append(line);
    }
    spans.stream()
        .filter(child -> child.parentId().equals(span.spanId()))
        .sorted(CompactTree::order)
        .forEach(child -> line(child, indent + "  "));
  }

  private static String text(SpanRecord span) {
    if (isExchange(span)) {
      return "exchange";
    }
    StringBuilder text = new StringBuilder(span.name());
    if (!span.isOurs()) {
      return text.append(' ').append(span.kind()).toString();
    }
    SHOWN.forEach(key -> attribute(span, key, text));
    if (!span.status().equals("UNSET")) {
      text.append(' ').append(span.status()).append(": ").append(span.statusDescription());
    }
    return MODEL.matcher(text).replaceAll("\\$model");
  }

  private static void attribute(SpanRecord span, String key, StringBuilder text) {
    Object value = span.attribute(key);
    boolean usual =
        value == null
            || value.equals(false)
            || (key.equals("operation") && Set.of("chat", "generate_content").contains(value))
            || (key.equals("attempt") && value.equals(0L));
    if (!usual) {
      text.append(' ').append(key.startsWith("conversationId.") ? "source" : key);
      text.append('=').append(value);
    }
  }

  /** What others write of the exchange with the provider; how many spans is up to them. */
  private static boolean isExchange(SpanRecord span) {
    return !span.isOurs() && span.kind().equals("CLIENT");
  }

  /** Which of two that began in the same moment was first is chance; tools may do so. */
  private static int order(SpanRecord one, SpanRecord other) {
    Comparator<SpanRecord> byTime = Comparator.comparing(SpanRecord::startNanos);
    boolean tools = one.is("tool-call") && other.is("tool-call");
    return tools
        ? String.valueOf(one.attribute("toolCallId"))
            .compareTo(String.valueOf(other.attribute("toolCallId")))
        : byTime.compare(one, other);
  }
}
