/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** One stored log record; ids are absent when it was written outside any span. */
record LogRow(
    @Nullable String traceId,
    @Nullable String spanId,
    long timeNs,
    String eventName,
    String severity,
    JsonNode body,
    ObjectNode attributes,
    ObjectNode origin) {}
