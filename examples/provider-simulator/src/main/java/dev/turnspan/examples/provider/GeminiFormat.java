/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1beta/models/{model}:generateContent}. Counts that are zero are left out. */
final class GeminiFormat implements WireFormat {

  @Override
  public Prompt prompt(ObjectNode body) throws ApiError {
    if (!body.path("contents").isArray()) {
      throw ApiError.badRequest("GenerateContentRequest.contents: contents is not specified");
    }
    List<Message> messages = new ArrayList<>();
    String instruction = texts(body.path("systemInstruction"));
    if (!instruction.isEmpty()) {
      messages.add(new Message(Message.Role.SYSTEM, instruction));
    }
    for (JsonNode content : body.path("contents")) {
      addMessages(content, messages);
    }
    return new Prompt(
        Prompt.requiredModel(body),
        body.path("stream").asBoolean(false),
        true,
        messages,
        tools(body),
        body);
  }

  private static void addMessages(JsonNode content, List<Message> messages) {
    List<Message> results = new ArrayList<>();
    for (JsonNode part : content.path("parts")) {
      JsonNode result = part.path("functionResponse");
      if (result.isObject()) {
        results.add(new Message(Message.Role.TOOL, Json.write(result.path("response"))));
      }
    }
    if (results.isEmpty()) {
      boolean model = content.path("role").asText("").equals("model");
      messages.add(new Message(model ? Message.Role.ASSISTANT : Message.Role.USER, texts(content)));
    } else {
      messages.addAll(results);
    }
  }

  private static String texts(JsonNode content) {
    return Json.text(content.path("parts"));
  }

  private static List<Tool> tools(JsonNode body) {
    List<Tool> tools = new ArrayList<>();
    for (JsonNode tool : body.path("tools")) {
      for (JsonNode function : tool.path("functionDeclarations")) {
        JsonNode schema =
            function.has("parameters")
                ? function.path("parameters")
                : function.path("parametersJsonSchema");
        tools.add(
            new Tool(
                function.path("name").asText(""),
                function.path("description").asText(""),
                lowerCaseTypes(schema)));
      }
    }
    return tools;
  }

  /** This API writes the names of types in capitals. */
  private static JsonNode lowerCaseTypes(JsonNode schema) {
    if (!(schema instanceof ObjectNode object)) {
      return schema;
    }
    ObjectNode copy = Json.object();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      boolean type = field.getKey().equals("type") && field.getValue().isTextual();
      copy.set(
          field.getKey(),
          type
              ? TextNode.valueOf(field.getValue().asText().toLowerCase(Locale.ROOT))
              : lowerCaseTypes(field.getValue()));
    }
    return copy;
  }

  /** This API keeps no conversation. */
  @Override
  public void planned(Prompt prompt, AnswerPlan plan) {}

  @Override
  public ObjectNode whole(Prompt prompt, AnswerPlan plan) throws ApiError {
    if (plan.finish() == Finish.FAILED) {
      throw ApiError.scriptedFailure();
    }
    ArrayNode parts = Json.array();
    plan.parts().forEach(part -> parts.add(part(part, part.text())));
    Usage usage = plan.usage();
    return plan.has(Part.Kind.REFUSAL)
        ? blocked(prompt, plan)
        : chunk(prompt, plan, parts, finishReason(plan), usage.output() - usage.reasoning());
  }

  @Override
  public StreamFormat stream(Prompt prompt, AnswerPlan plan, EventStream events) {
    return new GeminiStream(prompt, plan, events);
  }

  /** A prompt that is refused gets no candidate. */
  static ObjectNode blocked(Prompt prompt, AnswerPlan plan) {
    ObjectNode answer = Json.object();
    answer.putObject("promptFeedback").put("blockReason", "PROHIBITED_CONTENT");
    return tail(answer, prompt, plan, 0, 0);
  }

  static ObjectNode chunk(
      Prompt prompt, AnswerPlan plan, ArrayNode parts, @Nullable String finishReason, int tokens) {
    ObjectNode answer = Json.object();
    ObjectNode candidate = answer.putArray("candidates").addObject();
    candidate.putObject("content").put("role", "model").set("parts", parts);
    if (finishReason != null) {
      candidate.put("finishReason", finishReason);
    }
    candidate.put("index", 0);
    return tail(answer, prompt, plan, tokens, plan.usage().reasoning());
  }

  private static ObjectNode tail(
      ObjectNode answer, Prompt prompt, AnswerPlan plan, int tokens, int thoughts) {
    if (plan.usage().reported()) {
      answer.set("usageMetadata", usage(plan.usage(), tokens, thoughts));
    }
    return answer.put("modelVersion", prompt.model()).put("responseId", "gemini-" + plan.key());
  }

  private static ObjectNode usage(Usage usage, int tokens, int thoughts) {
    ObjectNode node = Json.object().put("promptTokenCount", usage.input());
    if (tokens > 0) {
      node.put("candidatesTokenCount", tokens);
    }
    node.put("totalTokenCount", usage.input() + tokens + thoughts);
    if (usage.cached() > 0) {
      node.put("cachedContentTokenCount", usage.cached());
    }
    if (thoughts > 0) {
      node.put("thoughtsTokenCount", thoughts);
    }
    return node;
  }

  static ObjectNode part(Part part, String text) {
    ObjectNode node = Json.object();
    switch (part.kind()) {
      case REASONING -> node.put("text", text).put("thought", true);
      case TEXT, REFUSAL -> node.put("text", text);
      case TOOL_CALL -> {
        ObjectNode call = node.putObject("functionCall").put("id", part.callId());
        call.put("name", part.name()).set("args", Json.parsed(text));
      }
    }
    return node;
  }

  /** A call of a tool is a part of an answer that ends like any other. */
  static @Nullable String finishReason(AnswerPlan plan) {
    return switch (plan.finish()) {
      case NONE -> null;
      case LENGTH -> "MAX_TOKENS";
      case FILTER -> "SAFETY";
      case STOP, REFUSAL, FAILED -> "STOP";
    };
  }
}
