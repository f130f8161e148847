/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** The events of one streamed message. */
final class MessagesStream implements StreamFormat {

  /** What the provider counts before it knows. */
  private static final int PROVISIONAL_OUTPUT = 1;

  private final Prompt prompt;
  private final AnswerPlan plan;
  private final EventStream events;
  private int blocks;

  MessagesStream(Prompt prompt, AnswerPlan plan, EventStream events) {
    this.prompt = prompt;
    this.plan = plan;
    this.events = events;
  }

  @Override
  public void opened() throws IOException {
    ObjectNode message = MessagesFormat.message(prompt, plan, Json.array());
    message.putNull("stop_reason").putNull("stop_sequence");
    if (plan.usage().reported()) {
      message.set("usage", MessagesFormat.usage(plan.usage(), PROVISIONAL_OUTPUT));
    }
    send(event("message_start").set("message", message));
    send(event("ping"));
  }

  @Override
  public void partOpened(Part part) throws IOException {
    send(inBlock("content_block_start").set("content_block", MessagesFormat.block(part, "")));
  }

  @Override
  public void delta(Part part, String text) throws IOException {
    send(
        delta(
            switch (part.kind()) {
              case REASONING -> Json.object().put("type", "thinking_delta").put("thinking", text);
              case TEXT, REFUSAL -> Json.object().put("type", "text_delta").put("text", text);
              case TOOL_CALL ->
                  Json.object().put("type", "input_json_delta").put("partial_json", text);
            }));
  }

  @Override
  public void partClosed(Part part) throws IOException {
    if (part.kind() == Part.Kind.REASONING) {
      send(
          delta(
              Json.object()
                  .put("type", "signature_delta")
                  .put("signature", MessagesFormat.SIGNATURE)));
    }
    send(inBlock("content_block_stop"));
    blocks++;
  }

  @Override
  public void finished() throws IOException {
    if (plan.finish() == Finish.FAILED) {
      failed();
      return;
    }
    ObjectNode event = event("message_delta");
    event
        .putObject("delta")
        .put("stop_reason", MessagesFormat.stopReason(plan))
        .putNull("stop_sequence");
    if (plan.usage().reported()) {
      event.set("usage", MessagesFormat.usage(plan.usage(), plan.usage().output()));
    }
    send(event);
    send(event("message_stop"));
  }

  @Override
  public void failed() throws IOException {
    send(MessagesEndpoint.error("api_error", "scripted failure"));
  }

  private ObjectNode delta(ObjectNode delta) {
    ObjectNode event = inBlock("content_block_delta");
    event.set("delta", delta);
    return event;
  }

  private ObjectNode inBlock(String type) {
    return event(type).put("index", blocks);
  }

  private static ObjectNode event(String type) {
    return Json.object().put("type", type);
  }

  private void send(ObjectNode event) throws IOException {
    events.event(event.path("type").asText(), event);
  }
}
