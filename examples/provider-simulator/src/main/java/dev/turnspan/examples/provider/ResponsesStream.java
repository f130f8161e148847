/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** The events of one streamed response. */
final class ResponsesStream implements StreamFormat {

  private final ResponseObject response;
  private final AnswerPlan plan;
  private final EventStream events;
  private int sequence;
  private int items;

  ResponsesStream(ResponseObject response, AnswerPlan plan, EventStream events) {
    this.response = response;
    this.plan = plan;
    this.events = events;
  }

  @Override
  public void opened() throws IOException {
    send(event("response.created").set("response", response.inProgress()));
    send(event("response.in_progress").set("response", response.inProgress()));
  }

  @Override
  public void partOpened(Part part) throws IOException {
    ResponseItem item = item();
    send(
        event("response.output_item.added")
            .put("output_index", item.index())
            .set("item", item.opened()));
    if (isMessage(part)) {
      send(
          inItem("response.content_part.added", part)
              .set("part", ResponseItem.content(part.kind(), "")));
    }
  }

  @Override
  public void delta(Part part, String text) throws IOException {
    ObjectNode event = inItem(name(part) + ".delta", part).put("delta", text);
    if (part.kind() == Part.Kind.TEXT) {
      event.putArray("logprobs");
    }
    send(event);
  }

  @Override
  public void partClosed(Part part) throws IOException {
    ObjectNode done = inItem(name(part) + ".done", part);
    switch (part.kind()) {
      case REASONING -> done.put("text", part.text());
      case TEXT -> done.put("text", part.text()).putArray("logprobs");
      case REFUSAL -> done.put("refusal", part.text());
      case TOOL_CALL -> done.put("name", part.name()).put("arguments", part.text());
    }
    send(done);
    if (isMessage(part)) {
      send(
          inItem("response.content_part.done", part)
              .set("part", ResponseItem.content(part.kind(), part.text())));
    }
    ResponseItem item = item();
    send(
        event("response.output_item.done")
            .put("output_index", item.index())
            .set("item", item.done()));
    items++;
  }

  @Override
  public void finished() throws IOException {
    String end =
        switch (plan.finish()) {
          case STOP, REFUSAL -> "response.completed";
          case LENGTH, FILTER -> "response.incomplete";
          case FAILED -> "response.failed";
          case NONE -> "";
        };
    if (!end.isEmpty()) {
      send(event(end).set("response", response.ended()));
    }
  }

  @Override
  public void failed() throws IOException {
    send(
        event("error").put("code", "scripted").put("message", "scripted failure").putNull("param"));
  }

  private static boolean isMessage(Part part) {
    return part.kind() == Part.Kind.TEXT || part.kind() == Part.Kind.REFUSAL;
  }

  private static String name(Part part) {
    return switch (part.kind()) {
      case REASONING -> "response.reasoning_text";
      case TEXT -> "response.output_text";
      case REFUSAL -> "response.refusal";
      case TOOL_CALL -> "response.function_call_arguments";
    };
  }

  private ResponseItem item() {
    return ResponseItem.of(plan, items);
  }

  private ObjectNode inItem(String type, Part part) {
    ObjectNode event = event(type).put("item_id", item().id()).put("output_index", items);
    return part.kind() == Part.Kind.TOOL_CALL ? event : event.put("content_index", 0);
  }

  private ObjectNode event(String type) {
    return Json.object().put("type", type).put("sequence_number", sequence++);
  }

  private void send(ObjectNode event) throws IOException {
    events.event(event.path("type").asText(), event);
  }
}
