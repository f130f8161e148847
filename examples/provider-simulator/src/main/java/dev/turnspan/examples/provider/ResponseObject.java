/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The response object of the Responses API, at its start and at its end. */
final class ResponseObject {

  private final Prompt prompt;
  private final AnswerPlan plan;

  ResponseObject(Prompt prompt, AnswerPlan plan) {
    this.prompt = prompt;
    this.plan = plan;
  }

  static String id(AnswerPlan plan) {
    return "resp_" + plan.key();
  }

  ObjectNode inProgress() {
    return response("in_progress", Json.array(), false);
  }

  ObjectNode ended() {
    ArrayNode output = Json.array();
    for (int i = 0; i < plan.parts().size(); i++) {
      output.add(ResponseItem.of(plan, i).done());
    }
    return response(status(), output, plan.finish() != Finish.NONE);
  }

  private String status() {
    return switch (plan.finish()) {
      case STOP, REFUSAL -> "completed";
      case LENGTH, FILTER -> "incomplete";
      case FAILED -> "failed";
      case NONE -> "in_progress";
    };
  }

  private ObjectNode response(String status, ArrayNode output, boolean ended) {
    ObjectNode response =
        Json.object()
            .put("id", id(plan))
            .put("object", "response")
            .put("created_at", AnswerPlan.CREATED)
            .put("status", status)
            .put("background", false);
    response.set("error", ended ? error() : NullNode.instance);
    response.set("incomplete_details", ended ? incompleteDetails() : NullNode.instance);
    echo(response, "instructions", NullNode.instance);
    echo(response, "max_output_tokens", NullNode.instance);
    echo(response, "metadata", Json.object());
    response.put("model", prompt.model());
    response.set("output", output);
    echo(response, "parallel_tool_calls", JsonNodeFactory.instance.booleanNode(true));
    echo(response, "previous_response_id", NullNode.instance);
    String conversation = ResponsesFormat.conversation(prompt.body());
    if (!conversation.isEmpty()) {
      response.putObject("conversation").put("id", conversation);
    }
    echo(response, "reasoning", Json.object().putNull("effort").putNull("summary"));
    response.put("service_tier", "default");
    echo(response, "store", JsonNodeFactory.instance.booleanNode(true));
    echo(response, "temperature", JsonNodeFactory.instance.numberNode(1.0));
    ObjectNode text = Json.object();
    text.putObject("format").put("type", "text");
    echo(response, "text", text);
    echo(response, "tool_choice", JsonNodeFactory.instance.textNode("auto"));
    echo(response, "tools", Json.array());
    echo(response, "top_p", JsonNodeFactory.instance.numberNode(1.0));
    echo(response, "truncation", JsonNodeFactory.instance.textNode("disabled"));
    response.set(
        "usage", ended && plan.usage().reported() ? usage(plan.usage()) : NullNode.instance);
    return response;
  }

  private void echo(ObjectNode response, String field, JsonNode otherwise) {
    JsonNode asked = prompt.body().path(field);
    response.set(field, asked.isMissingNode() || asked.isNull() ? otherwise : asked);
  }

  private JsonNode error() {
    return plan.finish() == Finish.FAILED
        ? Json.object().put("code", "server_error").put("message", "scripted failure")
        : NullNode.instance;
  }

  private JsonNode incompleteDetails() {
    return switch (plan.finish()) {
      case LENGTH -> Json.object().put("reason", "max_output_tokens");
      case FILTER -> Json.object().put("reason", "content_filter");
      case STOP, REFUSAL, FAILED, NONE -> NullNode.instance;
    };
  }

  private static ObjectNode usage(Usage usage) {
    ObjectNode node = Json.object().put("input_tokens", usage.input());
    // Here, unlike in chat completions, the newest clients require the written tokens.
    node.putObject("input_tokens_details")
        .put("cached_tokens", usage.cached())
        .put("cache_write_tokens", Math.max(0, usage.cacheWrite()));
    node.put("output_tokens", usage.output())
        .putObject("output_tokens_details")
        .put("reasoning_tokens", usage.reasoning());
    return node.put("total_tokens", usage.total());
  }
}
