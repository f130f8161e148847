/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Anthropic's Messages API. */
final class MessagesFormat implements WireFormat {

  /** What a real provider signs its thinking with. */
  static final String SIGNATURE = "c2lnbmF0dXJl";

  @Override
  public Prompt prompt(ObjectNode body) throws ApiError {
    String model = Prompt.requiredModel(body);
    if (!body.path("messages").isArray()) {
      throw ApiError.badRequest("messages: Field required");
    }
    if (!body.path("max_tokens").isInt()) {
      throw ApiError.badRequest("max_tokens: Field required");
    }
    List<Message> messages = new ArrayList<>();
    if (body.hasNonNull("system")) {
      messages.add(new Message(Message.Role.SYSTEM, Json.text(body.path("system"))));
    }
    for (JsonNode message : body.path("messages")) {
      add(message, messages);
    }
    return new Prompt(
        model, body.path("stream").asBoolean(false), true, messages, tools(body), body);
  }

  /** Results of tools come as blocks of a user's message. */
  private static void add(JsonNode message, List<Message> messages) throws ApiError {
    JsonNode content = message.path("content");
    int before = messages.size();
    for (JsonNode block : content.isArray() ? content : Json.array()) {
      if (block.path("type").asText("").equals("tool_result")) {
        messages.add(new Message(Message.Role.TOOL, Json.text(block.path("content"))));
      }
    }
    String text = Json.text(content);
    if (messages.size() == before || !text.isEmpty()) {
      messages.add(new Message(ChatFormat.role(message.path("role").asText("")), text));
    }
  }

  private static List<Tool> tools(ObjectNode body) {
    JsonNode choice = body.path("tool_choice");
    String chosen = choice.path("name").asText("");
    List<Tool> tools = new ArrayList<>();
    if (choice.path("type").asText("").equals("none")) {
      return tools;
    }
    for (JsonNode tool : body.path("tools")) {
      String name = tool.path("name").asText("");
      if (!name.isEmpty() && (chosen.isEmpty() || chosen.equals(name))) {
        tools.add(new Tool(name, tool.path("description").asText(""), tool.path("input_schema")));
      }
    }
    return tools;
  }

  /** This API keeps no conversation. */
  @Override
  public void planned(Prompt prompt, AnswerPlan plan) {}

  @Override
  public ObjectNode whole(Prompt prompt, AnswerPlan plan) throws ApiError {
    if (plan.finish() == Finish.FAILED) {
      throw ApiError.scriptedFailure();
    }
    ArrayNode content = Json.array();
    for (Part part : plan.parts()) {
      ObjectNode block = block(part, part.text());
      if (part.kind() == Part.Kind.TOOL_CALL) {
        block.set("input", Json.parsed(part.text()));
      } else if (part.kind() == Part.Kind.REASONING) {
        block.put("signature", SIGNATURE);
      }
      content.add(block);
    }
    ObjectNode message = message(prompt, plan, content).put("stop_reason", stopReason(plan));
    message.putNull("stop_sequence");
    if (plan.usage().reported()) {
      message.set("usage", usage(plan.usage(), plan.usage().output()));
    }
    return message;
  }

  @Override
  public StreamFormat stream(Prompt prompt, AnswerPlan plan, EventStream events) {
    return new MessagesStream(prompt, plan, events);
  }

  static ObjectNode message(Prompt prompt, AnswerPlan plan, ArrayNode content) {
    ObjectNode message =
        Json.object()
            .put("id", "msg_" + plan.key())
            .put("type", "message")
            .put("role", "assistant")
            .put("model", prompt.model());
    message.set("content", content);
    return message;
  }

  static ObjectNode block(Part part, String text) {
    return switch (part.kind()) {
      case REASONING ->
          Json.object().put("type", "thinking").put("thinking", text).put("signature", "");
      case TEXT, REFUSAL -> Json.object().put("type", "text").put("text", text);
      case TOOL_CALL ->
          Json.object()
              .put("type", "tool_use")
              .put("id", part.callId())
              .put("name", part.name())
              .set("input", Json.object());
    };
  }

  static @Nullable String stopReason(AnswerPlan plan) {
    return switch (plan.finish()) {
      case NONE -> null;
      case LENGTH -> "max_tokens";
      // This API has one word for what the model and what the provider refuses.
      case FILTER, REFUSAL -> "refusal";
      case STOP, FAILED -> plan.has(Part.Kind.TOOL_CALL) ? "tool_use" : "end_turn";
    };
  }

  /** Cached tokens stand beside the input tokens here, not among them. */
  static ObjectNode usage(Usage usage, int output) {
    int written = Math.max(0, usage.cacheWrite());
    ObjectNode node =
        Json.object()
            .put("input_tokens", usage.input() - usage.cached() - written)
            .put("cache_creation_input_tokens", written)
            .put("cache_read_input_tokens", usage.cached())
            .put("output_tokens", output);
    node.putObject("output_tokens_details").put("thinking_tokens", usage.reasoning());
    return node;
  }
}
