/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The turn for programs: the tree with everything that was sent. */
final class TurnJson {

  private final TurnHead head;

  private TurnJson(TurnHead head) {
    this.head = head;
  }

  static ObjectNode of(TurnHead head, List<TurnTree.Node> roots) {
    ObjectNode turn = Json.object().put("turnId", head.turnId());
    if (!head.conversationId().isEmpty()) {
      turn.put("conversationId", head.conversationId());
    }
    turn.put("traceId", head.traceId());
    turn.put("startedAt", ResultRow.instant(head.startNs()));
    turn.put("sealed", head.sealed());
    if (head.truncated()) {
      turn.put("truncated", true);
    }
    turn.set("spans", new TurnJson(head).nodes(roots));
    return turn;
  }

  private ArrayNode nodes(List<TurnTree.Node> nodes) {
    ArrayNode array = Json.array();
    nodes.forEach(node -> array.add(node(node)));
    return array;
  }

  private ObjectNode node(TurnTree.Node node) {
    SpanRow span = node.span();
    ObjectNode tree = Json.object().put("name", span.name());
    tree.put("kind", span.kind());
    tree.put("traceId", span.key().traceId());
    tree.put("spanId", span.key().spanId());
    Json.putKnown(tree, "parentSpanId", span.parentSpanId());
    tree.put("startedAt", ResultRow.instant(span.startNs()));
    tree.put("offsetMs", head.offsetMs(span.startNs()));
    tree.put("durationMs", span.durationMs());
    // For drawing: a whole millisecond is wider than many a tool call.
    tree.put("offsetNs", span.startNs() - head.startNs());
    tree.put("durationNs", span.durationNs());
    Json.putKnown(
        tree.putObject("status").put("code", span.statusCode()), "message", span.statusMessage());
    tree.set("attributes", span.attributes());
    tree.set("events", events(span));
    if (!span.links().isEmpty()) {
      tree.set("links", span.links());
    }
    tree.setAll(span.origin());
    tree.set("children", nodes(node.children()));
    return tree;
  }

  /** Offsets of events count from the start of their own span, as ttftMs does. */
  private static ArrayNode events(SpanRow span) {
    ArrayNode events = Json.array();
    for (JsonNode event : span.events()) {
      events
          .addObject()
          .put("name", event.path("name").asText())
          .put("offsetMs", eventOffsetMs(span, event))
          .set("attributes", event.path("attributes"));
    }
    return events;
  }

  static long eventOffsetMs(SpanRow span, JsonNode event) {
    return Math.floorDiv(event.path("timeNs").asLong() - span.startNs(), 1_000_000);
  }
}
