/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.producers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.turnspan.it.kit.SpanRecord;
import java.util.Map;

/**
 * A span for a table.
 *
 * @param parentId empty for a root
 * @param attributes values as in {@link SpanRecord}
 */
record StoredSpan(
    String traceId,
    String spanId,
    String parentId,
    String name,
    String scope,
    long startNanos,
    long endNanos,
    String status,
    Map<String, Object> attributes) {

  private static final JsonMapper JSON = new JsonMapper();

  static StoredSpan of(SpanRecord span, Map<String, Object> attributes) {
    return new StoredSpan(
        span.traceId(),
        span.spanId(),
        span.parentId(),
        span.name(),
        span.scope(),
        span.startNanos(),
        span.endNanos(),
        span.status(),
        attributes);
  }

  /** What names it among the spans of all traces. */
  String id() {
    return traceId + ' ' + spanId;
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
