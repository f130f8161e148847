/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** {@code POST /v1/responses}; knows earlier turns by response id and by conversation id. */
final class ResponsesFormat implements WireFormat {

  private final SimulatorState state;

  ResponsesFormat(SimulatorState state) {
    this.state = state;
  }

  @Override
  public Prompt prompt(ObjectNode body) throws ApiError {
    String model = Prompt.requiredModel(body);
    JsonNode input = body.path("input");
    if (!input.isTextual() && !input.isArray()) {
      throw ApiError.badRequest("Missing required parameter: 'input'.");
    }
    List<Message> messages = new ArrayList<>();
    if (body.hasNonNull("instructions")) {
      messages.add(new Message(Message.Role.SYSTEM, Json.text(body.path("instructions"))));
    }
    messages.addAll(earlier(body));
    if (input.isTextual()) {
      messages.add(new Message(Message.Role.USER, input.asText()));
    } else {
      addItems(input, messages);
    }
    return new Prompt(
        model, body.path("stream").asBoolean(false), true, messages, Tool.of(body), body);
  }

  private List<Message> earlier(ObjectNode body) {
    String previous = body.path("previous_response_id").asText("");
    return previous.isEmpty() ? state.recall(conversation(body)) : state.recall(previous);
  }

  private static void addItems(JsonNode items, List<Message> messages) throws ApiError {
    for (JsonNode item : items) {
      switch (item.path("type").asText("message")) {
        case "message" ->
            messages.add(
                new Message(
                    ChatFormat.role(item.path("role").asText("")),
                    Json.text(item.path("content"))));
        case "function_call" -> messages.add(new Message(Message.Role.ASSISTANT, ""));
        case "function_call_output" ->
            messages.add(new Message(Message.Role.TOOL, Json.text(item.path("output"))));
        default -> {
          // Reasoning items and the like are sent back to the model but say nothing here.
        }
      }
    }
  }

  /** The id of the conversation, given as text or as an object; else empty. */
  static String conversation(ObjectNode body) {
    JsonNode conversation = body.path("conversation");
    return conversation.isObject() ? conversation.path("id").asText("") : conversation.asText("");
  }

  @Override
  public void planned(Prompt prompt, AnswerPlan plan) {
    List<Message> messages = new ArrayList<>();
    for (Message message : prompt.messages()) {
      // Instructions hold for one response only.
      if (message.role() != Message.Role.SYSTEM) {
        messages.add(message);
      }
    }
    messages.add(new Message(Message.Role.ASSISTANT, plan.text(Part.Kind.TEXT)));
    state.remember(ResponseObject.id(plan), messages);
    String conversation = conversation(prompt.body());
    if (!conversation.isEmpty()) {
      state.remember(conversation, messages);
    }
  }

  @Override
  public ObjectNode whole(Prompt prompt, AnswerPlan plan) {
    return new ResponseObject(prompt, plan).ended();
  }

  @Override
  public StreamFormat stream(Prompt prompt, AnswerPlan plan, EventStream events) {
    return new ResponsesStream(new ResponseObject(prompt, plan), plan, events);
  }
}
