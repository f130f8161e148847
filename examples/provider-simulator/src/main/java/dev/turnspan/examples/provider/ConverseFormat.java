/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converse, and the bodies of Nova, which are much the same. */
final class ConverseFormat implements BedrockFormat {

  private final boolean nova;

  ConverseFormat(boolean nova) {
    this.nova = nova;
  }

  @Override
  public Prompt prompt(String model, boolean stream, ObjectNode body) throws ApiError {
    List<Message> messages = new ArrayList<>();
    for (JsonNode message : body.path("messages")) {
      JsonNode content = message.path("content");
      boolean result = content.path(0).has("toolResult");
      Message.Role role = ChatFormat.role(message.path("role").asText(""));
      messages.add(
          new Message(
              result ? Message.Role.TOOL : role, result ? results(content) : Json.text(content)));
    }
    return new Prompt(model, stream, true, messages, tools(body.path("toolConfig")), body);
  }

  private static String results(JsonNode content) {
    List<String> texts = new ArrayList<>();
    content.forEach(block -> texts.add(Json.text(block.path("toolResult").path("content"))));
    return String.join(" ", texts);
  }

  private static List<Tool> tools(JsonNode config) {
    List<Tool> tools = new ArrayList<>();
    String chosen = config.path("toolChoice").path("tool").path("name").asText("");
    for (JsonNode tool : config.path("tools")) {
      JsonNode spec = tool.path("toolSpec");
      String name = spec.path("name").asText("");
      if (!name.isEmpty() && (chosen.isEmpty() || chosen.equals(name))) {
        tools.add(
            new Tool(
                name, spec.path("description").asText(""), spec.path("inputSchema").path("json")));
      }
    }
    return tools;
  }

  @Override
  public ObjectNode whole(AnswerPlan plan) {
    ObjectNode answer = Json.object();
    ObjectNode message = answer.putObject("output").putObject("message").put("role", "assistant");
    ArrayNode content = message.putArray("content");
    for (Part part : plan.parts()) {
      ObjectNode block = content.addObject();
      switch (part.kind()) {
        case REASONING ->
            block
                .putObject("reasoningContent")
                .putObject("reasoningText")
                .put("text", part.text())
                .put("signature", "sig");
        case TEXT, REFUSAL -> block.put("text", part.text());
        case TOOL_CALL ->
            block
                .putObject("toolUse")
                .put("toolUseId", part.callId())
                .put("name", part.name())
                .set("input", Json.parsed(part.text()));
      }
    }
    String reason = stopReason(plan);
    if (reason != null) {
      answer.put("stopReason", reason);
    }
    if (plan.usage().reported()) {
      answer.set("usage", usage(plan.usage()));
    }
    answer.putObject("metrics").put("latencyMs", 1);
    return answer;
  }

  @Override
  public StreamFormat stream(AnswerPlan plan, Sink sink) {
    return new ConverseStream(this, plan, sink);
  }

  ObjectNode usage(Usage usage) {
    String suffix = nova ? "TokenCount" : "Tokens";
    return Json.object()
        .put("inputTokens", BedrockFormat.fresh(usage))
        .put("outputTokens", usage.output())
        .put("totalTokens", usage.total())
        .put("cacheReadInput" + suffix, usage.cached())
        .put("cacheWriteInput" + suffix, BedrockFormat.written(usage));
  }

  static @Nullable String stopReason(AnswerPlan plan) {
    return switch (plan.finish()) {
      case NONE -> null;
      case LENGTH -> "max_tokens";
      case FILTER -> "guardrail_intervened";
      case REFUSAL -> "content_filtered";
      case STOP, FAILED -> plan.has(Part.Kind.TOOL_CALL) ? "tool_use" : "end_turn";
    };
  }
}
