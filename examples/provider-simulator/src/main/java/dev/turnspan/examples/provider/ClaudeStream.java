/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** The events of one streamed answer of Anthropic's models on Bedrock. */
final class ClaudeStream implements StreamFormat {

  private final AnswerPlan plan;
  private final BedrockFormat.Sink sink;
  private int block;

  ClaudeStream(AnswerPlan plan, BedrockFormat.Sink sink) {
    this.plan = plan;
    this.sink = sink;
  }

  @Override
  public void opened() throws IOException {
    ObjectNode message = ClaudeFormat.head(plan);
    message.putArray("content");
    message.putNull("stop_reason").putNull("stop_sequence");
    if (plan.usage().reported()) {
      message.set("usage", ClaudeFormat.usage(plan.usage(), 1));
    }
    ObjectNode event = event("message_start");
    event.set("message", message);
    send(event);
  }

  @Override
  public void partOpened(Part part) throws IOException {
    ObjectNode event = event("content_block_start").put("index", block);
    ObjectNode content = event.putObject("content_block");
    switch (part.kind()) {
      case REASONING -> content.put("type", "thinking").put("thinking", "");
      case TEXT, REFUSAL -> content.put("type", "text").put("text", "");
      case TOOL_CALL -> ClaudeFormat.toolUse(content, part).putObject("input");
    }
    send(event);
  }

  @Override
  public void delta(Part part, String text) throws IOException {
    ObjectNode event = event("content_block_delta").put("index", block);
    ObjectNode delta = event.putObject("delta");
    switch (part.kind()) {
      case REASONING -> delta.put("type", "thinking_delta").put("thinking", text);
      case TEXT, REFUSAL -> delta.put("type", "text_delta").put("text", text);
      case TOOL_CALL -> delta.put("type", "input_json_delta").put("partial_json", text);
    }
    send(event);
  }

  @Override
  public void partClosed(Part part) throws IOException {
    send(event("content_block_stop").put("index", block++));
  }

  @Override
  public void finished() throws IOException {
    if (plan.finish() == Finish.FAILED) {
      failed();
      return;
    }
    ObjectNode delta = event("message_delta");
    delta
        .putObject("delta")
        .put("stop_reason", ClaudeFormat.stopReason(plan))
        .putNull("stop_sequence");
    if (plan.usage().reported()) {
      delta.putObject("usage").put("output_tokens", plan.usage().output());
    }
    send(delta);
    send(BedrockFormat.withMetrics(event("message_stop"), plan.usage()));
  }

  @Override
  public void failed() throws IOException {
    sink.exception();
  }

  private static ObjectNode event(String type) {
    return Json.object().put("type", type);
  }

  private void send(ObjectNode event) throws IOException {
    sink.event(event.path("type").asText(), event);
  }
}
