/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import java.util.Comparator;
import java.util.List;

/**
 * What is said of a turn before its tree.
 *
 * @param sealed whether the turn's own span has arrived
 * @param startNs start of the turn, or of its earliest span while it is not sealed
 * @param truncated whether the trace holds more spans than were read
 */
record TurnHead(
    String turnId,
    String conversationId,
    String traceId,
    long startNs,
    boolean sealed,
    boolean truncated) {

  /** Some of the spans must be of the turn. */
  static TurnHead of(String turnId, List<SpanRow> spans) {
    List<SpanRow> own =
        spans.stream()
            .filter(span -> span.text(SpanColumn.TURN_ID.attribute).equals(turnId))
            .sorted(Comparator.comparingLong(SpanRow::startNs))
            .toList();
    SpanRow turn = own.stream().filter(span -> span.role().equals("turn")).findFirst().orElse(null);
    SpanRow first = turn == null ? own.get(0) : turn;
    return new TurnHead(
        turnId,
        own.stream()
            .map(span -> span.text(SpanColumn.CONVERSATION_ID.attribute))
            .filter(id -> !id.isEmpty())
            .findFirst()
            .orElse(""),
        first.key().traceId(),
        first.startNs(),
        turn != null,
        spans.size() == TurnQuery.MAX_SPANS);
  }

  /** Milliseconds since the start; negative for what came before, such as the server span. */
  long offsetMs(long timeNs) {
    return Math.floorDiv(timeNs - startNs, 1_000_000);
  }
}
