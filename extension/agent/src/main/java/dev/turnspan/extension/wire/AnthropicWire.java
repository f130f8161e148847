/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Anthropic's messages, also where Vertex AI serves them. */
final class AnthropicWire implements WireFormat {

  private static final FactTable REQUEST =
      new FactTable()
          .at("model", Fact.MODEL)
          .at("stream", Fact.STREAM)
          .at("messages[].content[].tool_use_id", Fact.RESULT_ID)
          .at("messages[].content[].is_error", Fact.RESULT_ERROR)
          .ends("messages[].content[]", Fact.RESULT_END)
          .when("messages[].role", "assistant", Fact.OLD_ANSWER)
          .ends("messages[]", Fact.MESSAGE_END);

  private static final FactTable ANSWER = answerTable();

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.chat("/v1/messages").unlessBodyDenies(),
        Endpoint.chat("/messages").onKnownHosts(),
        Endpoint.chat(":rawPredict").onKnownHosts(),
        Endpoint.chat(":streamRawPredict").streaming());
  }

  @Override
  public String provider() {
    return "anthropic";
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
  public @Nullable String modelIn(String url) {
    return Endpoint.between(url, "/models/", ":");
  }

  @Override
  public boolean promptLeavesOutCache() {
    return true;
  }

  private static FactTable answerTable() {
    FactTable table =
        new FactTable()
            .at("delta.text", Fact.TEXT)
            .at("delta.thinking", Fact.REASONING)
            .at("delta.partial_json", Fact.TOOL_CALL)
            .at("delta.stop_reason", Fact.FINISH_REASON)
            .at("stop_reason", Fact.FINISH_REASON)
            .when("content_block.type", "tool_use", Fact.TOOL_REQUEST)
            .when("content[].type", "tool_use", Fact.TOOL_REQUEST)
            .when("type", "error", Fact.ERROR);
    for (String tool : List.of("content_block", "content[]")) {
      table
          .at(tool + ".id", Fact.TOOL_ID)
          .at(tool + ".name", Fact.TOOL_NAME)
          .ends(tool, Fact.TOOL_END);
    }
    // The answer itself, or the event that begins a stream.
    for (String answer : List.of("", "message.")) {
      table
          .at(answer + "id", Fact.ID)
          .at(answer + "model", Fact.MODEL)
          .at(answer + "usage.input_tokens", Fact.INPUT)
          .at(answer + "usage.output_tokens", Fact.OUTPUT)
          .at(answer + "usage.cache_read_input_tokens", Fact.CACHE_READ)
          .at(answer + "usage.cache_creation_input_tokens", Fact.CACHE_WRITE)
          .at(answer + "usage.output_tokens_details.thinking_tokens", Fact.REASONING_TOKENS);
    }
    return table;
  }
}
