/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The chunks of one streamed chat completion. */
class ChatStream implements StreamFormat {

  private final Prompt prompt;
  private final AnswerPlan plan;
  private final EventStream events;
  private final boolean usage;
  private int toolCalls;

  ChatStream(Prompt prompt, AnswerPlan plan, EventStream events) {
    this.prompt = prompt;
    this.plan = plan;
    this.events = events;
    this.usage = plan.usage().reportedInChatStream(prompt.usageRequested());
  }

  @Override
  public void opened() throws IOException {
    boolean spoken = plan.has(Part.Kind.TEXT);
    send(
        Json.object()
            .put("role", "assistant")
            .put("content", spoken ? "" : null)
            .putNull("refusal"),
        null);
  }

  @Override
  public void partOpened(Part part) throws IOException {
    if (part.kind() == Part.Kind.TOOL_CALL) {
      ObjectNode delta = Json.object();
      ObjectNode call = delta.putArray("tool_calls").addObject().put("index", toolCalls);
      ChatFormat.toolCall(call, part, "");
      send(delta, null);
    }
  }

  @Override
  public void delta(Part part, String text) throws IOException {
    ObjectNode delta = Json.object();
    switch (part.kind()) {
      case REASONING -> delta.put("reasoning_content", text);
      case TEXT -> delta.put("content", text);
      case REFUSAL -> delta.put("refusal", text);
      case TOOL_CALL ->
          delta
              .putArray("tool_calls")
              .addObject()
              .put("index", toolCalls)
              .putObject("function")
              .put("arguments", text);
    }
    send(delta, null);
  }

  @Override
  public void partClosed(Part part) {
    toolCalls += part.kind() == Part.Kind.TOOL_CALL ? 1 : 0;
  }

  @Override
  public void finished() throws IOException {
    if (plan.finish() == Finish.FAILED) {
      failed();
      return;
    }
    send(Json.object(), ChatFormat.finishReason(plan));
    if (usage) {
      ObjectNode chunk = ChatFormat.head("chat.completion.chunk", prompt, plan);
      chunk.putArray("choices");
      chunk.set("usage", ChatFormat.usage(plan.usage()));
      events.data(chunk);
    }
    events.raw("[DONE]");
  }

  @Override
  public void failed() throws IOException {
    ObjectNode event = Json.object();
    event
        .putObject("error")
        .put("message", "scripted failure")
        .put("type", "server_error")
        .put("code", "scripted");
    events.data(event);
  }

  private void send(ObjectNode delta, @Nullable String finishReason) throws IOException {
    ObjectNode chunk = ChatFormat.head("chat.completion.chunk", prompt, plan);
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    choice.set("delta", delta);
    choice.putNull("logprobs").put("finish_reason", finishReason);
    if (usage) {
      chunk.putNull("usage");
    }
    events.data(chunk);
  }
}
