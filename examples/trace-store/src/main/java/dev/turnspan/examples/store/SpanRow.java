/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One stored span.
 *
 * @param kind INTERNAL, SERVER, CLIENT, PRODUCER, CONSUMER or UNSPECIFIED
 * @param statusCode UNSET, OK or ERROR
 * @param events objects with name, timeNs and attributes
 * @param links objects with traceId, spanId and attributes
 * @param origin service, scope and resource attributes
 */
record SpanRow(
    SpanKey key,
    @Nullable String parentSpanId,
    String name,
    String kind,
    long startNs,
    long endNs,
    String statusCode,
    @Nullable String statusMessage,
    ObjectNode attributes,
    ArrayNode events,
    ArrayNode links,
    ObjectNode origin) {

  @Nullable SpanKey parent() {
    return parentSpanId == null ? null : new SpanKey(key.traceId(), parentSpanId);
  }

  /** Empty when the span carries no text under this key. */
  String text(String attribute) {
    return attributes.path(attribute).asText("");
  }

  String role() {
    return text(SpanColumn.SPAN_ROLE.attribute);
  }

  boolean failed() {
    return statusCode.equals("ERROR");
  }

  /** Clock skew can make an end precede its start; only the presentation clamps it. */
  long durationNs() {
    return Math.max(0, endNs - startNs);
  }

  long durationMs() {
    return durationNs() / 1_000_000;
  }
}
