/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A span as it came over the wire.
 *
 * @param scope name of the instrumentation scope
 * @param parentId empty for a root
 * @param kind {@code INTERNAL}, {@code CLIENT}, …
 * @param status {@code UNSET}, {@code OK} or {@code ERROR}
 * @param attributes values are {@link String}, {@link Boolean}, {@link Long}, {@link Double} or
 *     lists of these
 */
public record SpanRecord(
    String scope,
    String traceId,
    String spanId,
    String parentId,
    String name,
    String kind,
    long startNanos,
    long endNanos,
    String status,
    String statusDescription,
    Map<String, Object> attributes,
    List<Event> events) {

  /** A moment of a span. */
  public record Event(String name, long nanos, Map<String, Object> attributes) {}

  static SpanRecord of(String scope, Span span) {
    return new SpanRecord(
        scope,
        hex(span.getTraceId()),
        hex(span.getSpanId()),
        hex(span.getParentSpanId()),
        span.getName(),
        span.getKind().name().replace("SPAN_KIND_", ""),
        span.getStartTimeUnixNano(),
        span.getEndTimeUnixNano(),
        span.getStatus().getCode().name().replace("STATUS_CODE_", ""),
        span.getStatus().getMessage(),
        attributes(span.getAttributesList()),
        span.getEventsList().stream()
            .map(
                event ->
                    new Event(
                        event.getName(),
                        event.getTimeUnixNano(),
                        attributes(event.getAttributesList())))
            .toList());
  }

  /** Whether Turnspan wrote it. */
  public boolean isOurs() {
    return scope.equals("dev.turnspan");
  }

  /** Whether Turnspan wrote it in this role. */
  public boolean is(String role) {
    return isOurs() && role.equals(attributes.get("spanRole"));
  }

  /** The value of an attribute; null if it is absent. */
  public @Nullable Object attribute(String key) {
    return attributes.get(key);
  }

  /** The value of a number that must be there. */
  public long number(String key) {
    if (attributes.get(key) instanceof Long number) {
      return number;
    }
    throw new AssertionError(key + " is not a whole number in " + this);
  }

  private static Map<String, Object> attributes(List<KeyValue> pairs) {
    Map<String, Object> attributes = new TreeMap<>();
    for (KeyValue pair : pairs) {
      attributes.put(pair.getKey(), value(pair.getValue()));
    }
    return Collections.unmodifiableMap(attributes);
  }

  private static Object value(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> value.getBoolValue();
      case INT_VALUE -> value.getIntValue();
      case DOUBLE_VALUE -> value.getDoubleValue();
      case ARRAY_VALUE ->
          value.getArrayValue().getValuesList().stream().map(SpanRecord::value).toList();
      default -> value.toString();
    };
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
