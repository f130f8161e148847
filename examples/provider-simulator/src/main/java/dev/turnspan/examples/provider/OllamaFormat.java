/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/chat} and {@code /api/generate}: streams of JSON lines unless told otherwise.
 */
final class OllamaFormat implements WireFormat {

  static final long TOTAL_DURATION = 9_000_000L;
  static final long LOAD_DURATION = 1_000_000L;

  private static final String CREATED = "2026-01-01T00:00:00Z";

  private final boolean chat;

  private OllamaFormat(boolean chat) {
    this.chat = chat;
  }

  static OllamaFormat chat() {
    return new OllamaFormat(true);
  }

  static OllamaFormat generate() {
    return new OllamaFormat(false);
  }

  static ObjectNode version() {
    return Json.object().put("version", "0.30.0");
  }

  static ObjectNode tags() {
    ObjectNode tags = Json.object();
    tags.putArray("models");
    return tags;
  }

  static ObjectNode errorBody(ApiError error) {
    return Json.object().put("error", error.message());
  }

  @Override
  public Prompt prompt(ObjectNode body) throws ApiError {
    String model = Prompt.requiredModel(body);
    boolean stream = body.path("stream").asBoolean(true);
    List<Message> messages = chat ? messages(body) : prompted(body);
    return new Prompt(model, stream, true, messages, Tool.of(body), body);
  }

  private static List<Message> messages(ObjectNode body) throws ApiError {
    List<Message> messages = new ArrayList<>();
    for (JsonNode message : body.path("messages")) {
      Message.Role role = ChatFormat.role(message.path("role").asText(""));
      messages.add(new Message(role, Json.text(message.path("content"))));
    }
    return messages;
  }

  private static List<Message> prompted(ObjectNode body) {
    return List.of(new Message(Message.Role.USER, Json.text(body.path("prompt"))));
  }

  /** This API keeps no conversation. */
  @Override
  public void planned(Prompt prompt, AnswerPlan plan) {}

  @Override
  public ObjectNode whole(Prompt prompt, AnswerPlan plan) throws ApiError {
    if (plan.finish() == Finish.FAILED) {
      throw ApiError.scriptedFailure();
    }
    String said = plan.text(Part.Kind.TEXT) + plan.text(Part.Kind.REFUSAL);
    String thought = plan.has(Part.Kind.REASONING) ? plan.text(Part.Kind.REASONING) : null;
    ObjectNode whole = line(prompt, said, thought, plan.parts(Part.Kind.TOOL_CALL));
    return end(whole, plan);
  }

  @Override
  public EventStream open(Reply reply) throws IOException {
    return reply.lines();
  }

  @Override
  public ObjectNode error(ApiError error) {
    return errorBody(error);
  }

  @Override
  public StreamFormat stream(Prompt prompt, AnswerPlan plan, EventStream events) {
    return new OllamaStream(this, prompt, plan, events);
  }

  /** One line; tool calls come whole. */
  ObjectNode line(Prompt prompt, String said, @Nullable String thought, List<Part> calls) {
    ObjectNode line = Json.object().put("model", prompt.model()).put("created_at", CREATED);
    ObjectNode target = line;
    if (chat) {
      target = line.putObject("message").put("role", "assistant");
    }
    target.put(chat ? "content" : "response", said);
    if (thought != null) {
      target.put("thinking", thought);
    }
    if (!calls.isEmpty()) {
      ArrayNode list = target.putArray("tool_calls");
      calls.forEach(call -> list.add(toolCall(call)));
    }
    return line.put("done", false);
  }

  private static ObjectNode toolCall(Part call) {
    ObjectNode node = Json.object().put("id", call.callId());
    ObjectNode function = node.putObject("function").put("name", call.name());
    function.set("arguments", Json.parsed(call.text()));
    return node;
  }

  /** What only the last line has. */
  static ObjectNode end(ObjectNode line, AnswerPlan plan) {
    line.put("done", true);
    if (plan.finish() != Finish.NONE) {
      line.put("done_reason", plan.finish() == Finish.LENGTH ? "length" : "stop");
    }
    line.put("total_duration", TOTAL_DURATION).put("load_duration", LOAD_DURATION);
    Usage usage = plan.usage();
    if (usage.reported()) {
      line.put("prompt_eval_count", usage.input())
          .put("prompt_eval_duration", 3_000_000L)
          .put("eval_count", usage.output())
          .put("eval_duration", 5_000_000L);
    }
    return line;
  }
}
