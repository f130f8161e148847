/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One output item of the Responses API. */
final class ResponseItem {

  private final String id;
  private final int index;
  private final Part part;
  private final String endStatus;

  private ResponseItem(String id, int index, Part part, String endStatus) {
    this.id = id;
    this.index = index;
    this.part = part;
    this.endStatus = endStatus;
  }

  static ResponseItem of(AnswerPlan plan, int index) {
    Part part = plan.parts().get(index);
    String prefix =
        switch (part.kind()) {
          case REASONING -> "rs";
          case TEXT, REFUSAL -> "msg";
          case TOOL_CALL -> "fc";
        };
    boolean cutShort = plan.finish() == Finish.LENGTH || plan.finish() == Finish.FILTER;
    return new ResponseItem(
        "%s_%s-%d".formatted(prefix, plan.key(), index),
        index,
        part,
        cutShort ? "incomplete" : "completed");
  }

  String id() {
    return id;
  }

  int index() {
    return index;
  }

  /** The item before its first delta. */
  ObjectNode opened() {
    return item("in_progress", "", false);
  }

  ObjectNode done() {
    return item(endStatus, part.text(), true);
  }

  /** The content part of a message. */
  static ObjectNode content(Part.Kind kind, String text) {
    ObjectNode content = Json.object();
    switch (kind) {
      case REFUSAL -> content.put("type", "refusal").put("refusal", text);
      case REASONING -> content.put("type", "reasoning_text").put("text", text);
      case TEXT, TOOL_CALL -> {
        content.put("type", "output_text").put("text", text);
        content.putArray("annotations");
        content.putArray("logprobs");
      }
    }
    return content;
  }

  private ObjectNode item(String status, String text, boolean withContent) {
    ObjectNode item = Json.object().put("id", id);
    switch (part.kind()) {
      case REASONING -> item.put("type", "reasoning").putArray("summary");
      case TEXT, REFUSAL -> item.put("type", "message").put("role", "assistant");
      case TOOL_CALL ->
          item.put("type", "function_call")
              .put("call_id", part.callId())
              .put("name", part.name())
              .put("arguments", text);
    }
    item.put("status", status);
    if (part.kind() != Part.Kind.TOOL_CALL) {
      item.putArray("content");
      if (withContent) {
        item.withArray("content").add(content(part.kind(), text));
      }
    }
    return item;
  }
}
