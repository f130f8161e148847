/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of Anthropic's models on Bedrock. */
final class ClaudeFormat implements BedrockFormat {

  @Override
  public Prompt prompt(String model, boolean stream, ObjectNode body) throws ApiError {
    List<Message> messages = new ArrayList<>();
    for (JsonNode message : body.path("messages")) {
      JsonNode content = message.path("content");
      boolean result = content.path(0).path("type").asText("").equals("tool_result");
      Message.Role role = ChatFormat.role(message.path("role").asText(""));
      messages.add(
          new Message(
              result ? Message.Role.TOOL : role,
              result ? Json.text(content.path(0).path("content")) : Json.text(content)));
    }
    List<Tool> tools = new ArrayList<>();
    for (JsonNode tool : body.path("tools")) {
      tools.add(
          new Tool(
              tool.path("name").asText(""),
              tool.path("description").asText(""),
              tool.path("input_schema")));
    }
    return new Prompt(model, stream, true, messages, tools, body);
  }

  @Override
  public ObjectNode whole(AnswerPlan plan) {
    ObjectNode message = head(plan);
    ArrayNode content = message.putArray("content");
    for (Part part : plan.parts()) {
      ObjectNode block = content.addObject();
      switch (part.kind()) {
        case REASONING ->
            block.put("type", "thinking").put("thinking", part.text()).put("signature", "sig");
        case TEXT, REFUSAL -> block.put("type", "text").put("text", part.text());
        case TOOL_CALL -> toolUse(block, part).set("input", Json.parsed(part.text()));
      }
    }
    message.put("stop_reason", stopReason(plan)).putNull("stop_sequence");
    if (plan.usage().reported()) {
      message.set("usage", usage(plan.usage(), plan.usage().output()));
    }
    return message;
  }

  @Override
  public StreamFormat stream(AnswerPlan plan, Sink sink) {
    return new ClaudeStream(plan, sink);
  }

  /** The answer names the model as Anthropic does, without the vendor. */
  static ObjectNode head(AnswerPlan plan) {
    String model = plan.key().substring(0, plan.key().lastIndexOf('-'));
    return Json.object()
        .put("id", "msg_bdrk_" + plan.key())
        .put("type", "message")
        .put("role", "assistant")
        .put("model", model.substring(model.lastIndexOf('.') + 1));
  }

  static ObjectNode toolUse(ObjectNode block, Part part) {
    return block.put("type", "tool_use").put("id", part.callId()).put("name", part.name());
  }

  static ObjectNode usage(Usage usage, int output) {
    return Json.object()
        .put("input_tokens", BedrockFormat.fresh(usage))
        .put("cache_creation_input_tokens", BedrockFormat.written(usage))
        .put("cache_read_input_tokens", usage.cached())
        .put("output_tokens", output);
  }

  static @Nullable String stopReason(AnswerPlan plan) {
    return switch (plan.finish()) {
      case NONE -> null;
      case LENGTH -> "max_tokens";
      case FILTER, REFUSAL -> "refusal";
      case STOP, FAILED -> plan.has(Part.Kind.TOOL_CALL) ? "tool_use" : "end_turn";
    };
  }
}
