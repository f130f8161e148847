/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

/** What makes a span one and the same, in lower-case hex. */
record SpanKey(String traceId, String spanId) {}
