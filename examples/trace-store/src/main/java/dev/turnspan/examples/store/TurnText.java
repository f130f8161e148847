/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The turn for people: a line for each span, indented, with the facts that matter. */
final class TurnText {

  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();

  private TurnText() {}

  static String of(TurnHead head, List<TurnTree.Node> roots) {
    TurnText turn = new TurnText();
    turn.head(head);
    roots.forEach(root -> turn.node(root, 0));
    return turn.text.toString();
  }

  private void head(TurnHead head) {
    StringJoiner line = new StringJoiner("  ");
    line.add("turn " + PlainText.line(head.turnId()));
    if (!head.conversationId().isEmpty()) {
      line.add("conversation " + PlainText.line(head.conversationId()));
    }
    line.add(ResultRow.instant(head.startNs()));
    line.add("trace " + head.traceId());
    if (!head.sealed()) {
      line.add("(not sealed: the turn's own span has not arrived)");
    }
    if (head.truncated()) {
      line.add("(truncated)");
    }
    text.append(line).append('\n');
  }

  private void node(TurnTree.Node node, int depth) {
    SpanRow span = node.span();
    StringJoiner line = new StringJoiner("  ");
    line.add(name(span)).add(duration(span));
    SpanFacts.of(span).forEach(line::add);
    text.append(INDENT.repeat(depth)).append(line).append('\n');
    for (JsonNode event : span.events()) {
      event(span, event, depth + 2);
    }
    node.children().forEach(child -> node(child, depth + 1));
  }

  private static String name(SpanRow span) {
    String name = PlainText.line(span.name());
    return switch (span.role()) {
      case "step" -> name + stepIndex(span);
      case "tool-call" -> name + " " + PlainText.line(span.text(SpanColumn.TOOL_NAME.attribute));
      case "turn", "provider.request" -> name;
      default -> name + " [" + span.kind() + "]";
    };
  }

  /** A step id is the turn id, a hash sign and the index. */
  private static String stepIndex(SpanRow span) {
    String id = span.text(SpanColumn.STEP_ID.attribute);
    int index = id.lastIndexOf('#');
    return index < 0 ? "" : PlainText.line(id.substring(index));
  }

  private static String duration(SpanRow span) {
    boolean visible = span.durationMs() > 0 || span.durationNs() == 0;
    return visible ? span.durationMs() + " ms" : "<1 ms";
  }

  private void event(SpanRow span, JsonNode event, int depth) {
    StringJoiner line = new StringJoiner("  ");
    line.add("* " + PlainText.line(event.path("name").asText()));
    line.add("+" + TurnJson.eventOffsetMs(span, event) + " ms");
    for (Map.Entry<String, JsonNode> attribute : event.path("attributes").properties()) {
      line.add(PlainText.line(attribute.getKey()) + "=" + PlainText.value(attribute.getValue()));
    }
    text.append(INDENT.repeat(depth)).append(line).append('\n');
  }
}
