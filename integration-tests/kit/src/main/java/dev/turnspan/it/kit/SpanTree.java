/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Traces as text: one line for each span's name, kind and status, indented by depth, then lines for
 * its attributes and events. Figures that differ from run to run are a star, the model's scripted
 * name is {@code $model}. What {@link SpanRules} checks of every span is left out: the identity,
 * the figures that follow from others, and OpenTelemetry's mirror of our names.
 */
public final class SpanTree {

  private static final List<List<String>> GROUPS =
      List.of(
          List.of(
              "operation", "stream", "attempt", "toolName", "toolCallId", "isError", "inferred"),
          List.of("provider", "requestModel", "responseModel", "model", "responseId"),
          List.of("server.address", "server.port", "http.response.status_code", "error.type"),
          List.of(
              "finishReason",
              "gen_ai.operation.name",
              "gen_ai.response.finish_reasons",
              "stepCount",
              "requestCount",
              "toolCallCount"),
          List.of("conversationId", "conversationId.source"),
          List.of(
              "usage.reported",
              "usage.inputTokens",
              "usage.outputTokens",
              "usage.cacheReadTokens",
              "usage.cacheWriteTokens",
              "usage.reasoningTokens"),
          List.of("firstTokenKind", "ttftMs", "decodeMs", "prefillMs", "genTotalMs", "toolMs"),
          List.of("chunkCount", "maxChunkGapMs", "dispatchDelayMs", "contentLength"));
  private static final Set<String> VOLATILE =
      Set.of(
          "server.port",
          "ttftMs",
          "decodeMs",
          "prefillMs",
          "genTotalMs",
          "toolMs",
          "maxChunkGapMs",
          "dispatchDelayMs");
  private static final Set<String> FOREIGN_SHOWN = Set.of("http.response.status_code");
  private static final Pattern MODEL = Pattern.compile("sim-[a-z0-9-]*-s[A-Za-z]+");

  private final List<SpanRecord> spans;
  private final StringBuilder text = new StringBuilder();

  private SpanTree(List<SpanRecord> spans) {
    this.spans = spans;
  }

  /** The traces of these spans, in the order of their starts, with an empty line between them. */
  public static String render(List<SpanRecord> spans) {
    Map<String, List<SpanRecord>> traces = new TreeMap<>();
    for (SpanRecord span : spans) {
      traces.computeIfAbsent(span.traceId(), id -> new ArrayList<>()).add(span);
    }
    return traces.values().stream()
        .sorted(Comparator.comparing(SpanTree::start))
        .map(trace -> new SpanTree(trace).render())
        .reduce((one, next) -> one + "\n" + next)
        .orElse("");
  }

  private static long start(List<SpanRecord> trace) {
    return trace.stream().mapToLong(SpanRecord::startNanos).min().orElse(0);
  }

  private String render() {
    Set<String> ids = new TreeSet<>();
    spans.forEach(span -> ids.add(span.spanId()));
    children(span -> !ids.contains(span.parentId()), "");
    return text.toString();
  }

  private void children(java.util.function.Predicate<SpanRecord> filter, String indent) {
    spans.stream()
        .filter(filter)
        .sorted(
            Comparator.comparing(SpanTree::isFrameworks)
                .thenComparing(SpanRecord::startNanos)
                // Tools whose runs are concluded from one request begin together.
                .thenComparing(span -> String.valueOf(span.attribute("toolCallId"))))
        .forEach(
            span -> {
              head(span, indent);
              body(span, indent + "    ");
              children(child -> child.parentId().equals(span.spanId()), indent + "  ");
            });
  }

  /** These come after ours: which of them began first would be a matter of two clocks. */
  private static boolean isFrameworks(SpanRecord span) {
    return span.scope().equals("gcp.vertex.agent");
  }

  private void head(SpanRecord span, String indent) {
    text.append(indent).append(span.name());
    if (!span.kind().equals("INTERNAL")) {
      text.append(' ').append(span.kind());
    }
    if (!span.status().equals("UNSET")) {
      text.append(' ').append(span.status());
      text.append(span.statusDescription().isEmpty() ? "" : ": " + span.statusDescription());
    }
    text.append('\n');
  }

  private void body(SpanRecord span, String indent) {
    Set<String> left = new TreeSet<>(span.attributes().keySet());
    left.removeIf(key -> span.isOurs() ? SpanRules.cover(span, key) : !FOREIGN_SHOWN.contains(key));
    for (List<String> group : GROUPS) {
      line(span, group.stream().filter(left::contains).toList(), indent);
      group.forEach(left::remove);
    }
    // Nothing goes unseen: what the groups do not know gets a line of its own.
    line(span, List.copyOf(left), indent);
    if (!span.events().isEmpty()) {
      text.append(indent).append("events:");
      span.events().forEach(event -> text.append(' ').append(event.name()));
      text.append('\n');
    }
  }

  private void line(SpanRecord span, List<String> keys, String indent) {
    if (keys.isEmpty()) {
      return;
    }
    text.append(indent);
    String separator = "";
    for (String key : keys) {
      text.append(separator).append(key).append('=').append(value(span, key));
      separator = " ";
    }
    text.append('\n');
  }

  private static String value(SpanRecord span, String key) {
    return VOLATILE.contains(key)
        ? "*"
        : MODEL
            .matcher(String.valueOf(span.attributes().get(key)))
            .replaceAll(Matcher.quoteReplacement("$model"));
  }
}
