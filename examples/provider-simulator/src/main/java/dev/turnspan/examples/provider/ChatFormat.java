/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/chat/completions}. */
final class ChatFormat implements WireFormat {

  @Override
  public Prompt prompt(ObjectNode body) throws ApiError {
    String model = Prompt.requiredModel(body);
    if (!body.path("messages").isArray()) {
      throw ApiError.badRequest("Missing required parameter: 'messages'.");
    }
    List<Message> messages = new ArrayList<>();
    for (JsonNode message : body.path("messages")) {
      Message.Role role = role(message.path("role").asText(""));
      messages.add(new Message(role, Json.text(message.path("content"))));
    }
    return new Prompt(
        model,
        body.path("stream").asBoolean(false),
        body.path("stream_options").path("include_usage").asBoolean(false),
        messages,
        Tool.of(body),
        body);
  }

  static Message.Role role(String name) throws ApiError {
    return switch (name) {
      case "system", "developer" -> Message.Role.SYSTEM;
      case "user" -> Message.Role.USER;
      case "assistant" -> Message.Role.ASSISTANT;
      case "tool", "function" -> Message.Role.TOOL;
      default -> throw ApiError.badRequest("Invalid message role: '%s'.".formatted(name));
    };
  }

  /** This API keeps no conversation. */
  @Override
  public void planned(Prompt prompt, AnswerPlan plan) {}

  @Override
  public ObjectNode whole(Prompt prompt, AnswerPlan plan) throws ApiError {
    if (plan.finish() == Finish.FAILED) {
      throw ApiError.scriptedFailure();
    }
    ObjectNode completion = head("chat.completion", prompt, plan);
    ObjectNode choice = completion.putArray("choices").addObject().put("index", 0);
    choice.set("message", message(plan));
    choice.putNull("logprobs").put("finish_reason", finishReason(plan));
    if (plan.usage().reported()) {
      completion.set("usage", usage(plan.usage()));
    }
    return completion;
  }

  @Override
  public StreamFormat stream(Prompt prompt, AnswerPlan plan, EventStream events) {
    return new ChatStream(prompt, plan, events);
  }

  static ObjectNode head(String object, Prompt prompt, AnswerPlan plan) {
    return Json.object()
        .put("id", "chatcmpl-" + plan.key())
        .put("object", object)
        .put("created", AnswerPlan.CREATED)
        .put("model", prompt.model())
        .put("service_tier", "default")
        .put("system_fingerprint", "fp_simulator");
  }

  private static ObjectNode message(AnswerPlan plan) {
    boolean spoken = !plan.has(Part.Kind.TOOL_CALL) && !plan.has(Part.Kind.REFUSAL);
    ObjectNode message =
        Json.object()
            .put("role", "assistant")
            .put("content", spoken ? plan.text(Part.Kind.TEXT) : null)
            .put("refusal", plan.has(Part.Kind.REFUSAL) ? plan.text(Part.Kind.REFUSAL) : null);
    message.putArray("annotations");
    if (plan.has(Part.Kind.REASONING)) {
      message.put("reasoning_content", plan.text(Part.Kind.REASONING));
    }
    if (plan.has(Part.Kind.TOOL_CALL)) {
      ArrayNode calls = message.putArray("tool_calls");
      for (Part call : plan.parts(Part.Kind.TOOL_CALL)) {
        calls.add(toolCall(Json.object(), call, call.text()));
      }
    }
    return message;
  }

  static ObjectNode toolCall(ObjectNode target, Part call, String arguments) {
    target.put("id", call.callId()).put("type", "function");
    target.putObject("function").put("name", call.name()).put("arguments", arguments);
    return target;
  }

  static @Nullable String finishReason(AnswerPlan plan) {
    return switch (plan.finish()) {
      case NONE -> null;
      case LENGTH -> "length";
      case FILTER -> "content_filter";
      case STOP, REFUSAL, FAILED -> plan.has(Part.Kind.TOOL_CALL) ? "tool_calls" : "stop";
    };
  }

  static ObjectNode usage(Usage usage) {
    ObjectNode node =
        Json.object()
            .put("prompt_tokens", usage.input())
            .put("completion_tokens", usage.output())
            .put("total_tokens", usage.total());
    ObjectNode prompt =
        node.putObject("prompt_tokens_details")
            .put("cached_tokens", usage.cached())
            .put("audio_tokens", 0);
    if (usage.cacheWrite() >= 0) {
      prompt.put("cache_write_tokens", usage.cacheWrite());
    }
    node.putObject("completion_tokens_details")
        .put("reasoning_tokens", usage.reasoning())
        .put("audio_tokens", 0)
        .put("accepted_prediction_tokens", 0)
        .put("rejected_prediction_tokens", 0);
    return node;
  }
}
