/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import java.util.List;

/** OpenAI's Responses. */
final class OpenAiResponsesWire implements WireFormat {

  private static final FactTable REQUEST =
      new FactTable()
          .at("model", Fact.MODEL)
          .at("stream", Fact.STREAM)
          .at("conversation", Fact.CONVERSATION)
          .at("conversation.id", Fact.CONVERSATION)
          .at("previous_response_id", Fact.PREVIOUS)
          // Calls have such an id as well, but none may be sent without its output.
          .at("input[].call_id", Fact.RESULT_ID)
          .when("input[].role", "assistant", Fact.OLD_ANSWER)
          .ends("input[]", Fact.RESULT_END)
          .ends("input[]", Fact.MESSAGE_END);

  private static final FactTable ANSWER = answerTable();

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.chat("/v1/responses").unlessBodyDenies(),
        Endpoint.chat("/openai/responses"),
        Endpoint.chat("/responses").onKnownHosts());
  }

  @Override
  public String provider() {
    return "openai";
  }

  @Override
  public FactTable request() {
    return REQUEST;
  }

  @Override
  public FactTable answer() {
    return ANSWER;
  }

  @Override
  public boolean chainsAnswers() {
    return true;
  }

  private static FactTable answerTable() {
    FactTable table =
        new FactTable()
            .when("type", "response.output_text.delta", Fact.TEXT_EVENT)
            .when("type", "response.audio.delta", Fact.TEXT_EVENT)
            .when("type", "response.refusal.delta", Fact.TEXT_EVENT)
            .when("type", "response.reasoning_text.delta", Fact.REASONING_EVENT)
            .when("type", "response.reasoning_summary_text.delta", Fact.REASONING_EVENT)
            .when("type", "response.function_call_arguments.delta", Fact.TOOL_CALL_EVENT)
            .when("type", "response.custom_tool_call_input.delta", Fact.TOOL_CALL_EVENT)
            .when("type", "response.mcp_call_arguments.delta", Fact.TOOL_CALL_EVENT)
            .when("type", "error", Fact.ERROR)
            .at("delta", Fact.DELTA);
    // The answer itself, or the events that carry it.
    for (String answer : List.of("", "response.")) {
      table
          .at(answer + "id", Fact.ID)
          .at(answer + "model", Fact.MODEL)
          .at(answer + "status", Fact.STATUS)
          .at(answer + "incomplete_details.reason", Fact.STATUS_REASON)
          .at(answer + "conversation.id", Fact.CONVERSATION)
          .when(answer + "output[].type", "function_call", Fact.TOOL_REQUEST)
          .when(answer + "output[].type", "custom_tool_call", Fact.TOOL_REQUEST)
          .at(answer + "output[].call_id", Fact.TOOL_ID)
          .at(answer + "output[].name", Fact.TOOL_NAME)
          .ends(answer + "output[]", Fact.TOOL_END)
          .when(answer + "output[].content[].type", "refusal", Fact.REFUSED)
          .at(answer + "usage.input_tokens", Fact.INPUT)
          .at(answer + "usage.output_tokens", Fact.OUTPUT)
          .at(answer + "usage.input_tokens_details.cached_tokens", Fact.CACHE_READ)
          .at(answer + "usage.input_tokens_details.cache_write_tokens", Fact.CACHE_WRITE)
          .at(answer + "usage.output_tokens_details.reasoning_tokens", Fact.REASONING_TOKENS);
    }
    return table;
  }
}
