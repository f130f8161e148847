/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.producers;

import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.semconv.AttributeDefinition;
import dev.turnspan.semconv.AttributeDefinitions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The spans about models among those of a few processes. */
final class ProducedSpans {

  /** What normalizing may give a span of another's. */
  private static final List<AttributeDefinition> CANONICAL =
      AttributeDefinitions.all().stream()
          .filter(definition -> !definition.foreign().isEmpty())
          .toList();

  /** What nobody else gives it: the rest are OpenTelemetry's own names. */
  private static final Set<String> OURS =
      CANONICAL.stream()
          .filter(definition -> !definition.owner().equals("OpenTelemetry"))
          .map(definition -> definition.key().getKey())
          .collect(Collectors.toSet());

  private static final Set<String> VOLATILE = Set.of("ttftMs", "turnId");
  private static final Pattern RANDOM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final Pattern MOVED = Pattern.compile("^duplicate\\.");

  private final Map<String, SpanRecord> byId = new LinkedHashMap<>();

  ProducedSpans(List<SpanRecord> spans) {
    spans.stream()
        .sorted(Comparator.comparing(SpanRecord::startNanos))
        .forEach(span -> byId.put(span.spanId(), span));
  }

  /** Whatever begins with a span of this scope: each has a line with what normalizing gave it. */
  String trees(String scope) {
    StringBuilder text = new StringBuilder();
    for (SpanRecord span : byId.values()) {
      if (isNormalized(span) && above(span) == null && span.scope().equals(scope)) {
        add(span, "", text);
      }
    }
    return text.toString();
  }

  private void add(SpanRecord span, String indent, StringBuilder text) {
    text.append(indent).append(masked(span.name().strip())).append('\n');
    text.append(indent).append("    ");
    text.append(
        canonical(span).entrySet().stream()
            .map(attribute -> attribute.getKey() + '=' + shown(attribute))
            .collect(Collectors.joining(" ")));
    text.append('\n');
    for (SpanRecord inner : byId.values()) {
      if (isNormalized(inner) && span.equals(above(inner))) {
        add(inner, indent + "  ", text);
      }
    }
  }

  private static String shown(Map.Entry<String, Object> attribute) {
    return VOLATILE.contains(attribute.getKey()) ? "*" : masked(attribute.getValue().toString());
  }

  private static String masked(String text) {
    return RANDOM.matcher(text).replaceAll("*");
  }

  private static boolean isNormalized(SpanRecord span) {
    return span.attribute("spanRole") != null;
  }

  private @Nullable SpanRecord above(SpanRecord span) {
    SpanRecord parent = byId.get(span.parentId());
    while (parent != null && !isNormalized(parent)) {
      parent = byId.get(parent.parentId());
    }
    return parent;
  }

  private static Map<String, Object> canonical(SpanRecord span) {
    Map<String, Object> attributes = new TreeMap<>();
    for (AttributeDefinition definition : CANONICAL) {
      Object value = span.attribute(definition.key().getKey());
      if (value != null && isNormalized(span)) {
        attributes.put(definition.key().getKey(), value);
      }
    }
    return attributes;
  }

  /** As they were exported. */
  List<StoredSpan> normalized() {
    return byId.values().stream().map(span -> StoredSpan.of(span, span.attributes())).toList();
  }

  /** As their producers wrote them: originals are kept, and usage that was moved is moved back. */
  List<StoredSpan> raw() {
    List<StoredSpan> raw = new ArrayList<>();
    for (SpanRecord span : byId.values()) {
      Map<String, Object> attributes = new TreeMap<>();
      span.attributes()
          .forEach((key, value) -> attributes.put(MOVED.matcher(key).replaceFirst(""), value));
      attributes.keySet().removeAll(OURS);
      raw.add(StoredSpan.of(span, attributes));
    }
    return raw;
  }

  /** What normalizing gave each span, by its columns. */
  Map<String, Map<String, String>> columns() {
    Map<String, Map<String, String>> columns = new TreeMap<>();
    for (SpanRecord span : byId.values()) {
      Map<String, String> row = new TreeMap<>();
      canonical(span)
          .forEach(
              (key, value) ->
                  row.put(StoredColumns.of(key), StoredColumns.normal(value.toString())));
      columns.put(span.traceId() + ' ' + span.spanId(), row);
    }
    return columns;
  }
}
