/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's chat completions, and what goes with them: completions of old, embeddings. Spoken by
 * most others as well, who add names of their own.
 */
final class OpenAiChatWire implements WireFormat {

  private static final String DEPLOYMENTS = "/openai/deployments/";

  private static final FactTable REQUEST =
      new FactTable()
          .at("model", Fact.MODEL)
          .at("stream", Fact.STREAM)
          .at("messages[].tool_call_id", Fact.RESULT_ID)
          .when("messages[].role", "assistant", Fact.OLD_ANSWER)
          .ends("messages[]", Fact.RESULT_END)
          .ends("messages[]", Fact.MESSAGE_END);

  private static final FactTable ANSWER = answerTable();

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.chat("/chat/completions"),
        Endpoint.embeddings("/embeddings").unlessBodyDenies(),
        Endpoint.chat("/v1/completions").operation("text_completion"),
        Endpoint.chat("/completions").operation("text_completion").onKnownHosts());
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
  public @Nullable String modelIn(String url) {
    return Endpoint.between(url, DEPLOYMENTS, "/");
  }

  private static FactTable answerTable() {
    FactTable table =
        new FactTable()
            .at("model", Fact.MODEL)
            .at("id", Fact.ID)
            .at("choices[].finish_reason", Fact.FINISH_REASON)
            .at("choices[].text", Fact.TEXT)
            .at("choices[].delta.content", Fact.TEXT)
            // Mistral's chunks have parts.
            .at("choices[].delta.content[].text", Fact.TEXT)
            .at("choices[].delta.content[].thinking[].text", Fact.REASONING)
            .at("choices[].delta.refusal", Fact.TEXT)
            .at("choices[].delta.refusal", Fact.REFUSED)
            .at("choices[].message.refusal", Fact.REFUSED)
            .at("choices[].delta.reasoning_content", Fact.REASONING)
            .at("choices[].delta.reasoning", Fact.REASONING)
            .at("choices[].delta.tool_calls[].index", Fact.TOOL_INDEX)
            .at("choices[].delta.tool_calls[].index", Fact.TOOL_CALL)
            .at("choices[].delta.tool_calls[].function.name", Fact.TOOL_CALL)
            .at("choices[].delta.tool_calls[].function.arguments", Fact.TOOL_CALL)
            .at("choices[].message.tool_calls[].id", Fact.TOOL_REQUEST)
            .at("error", Fact.ERROR)
            .at("error.message", Fact.ERROR);
    addToolCalls(table);
    for (String usage : List.of("usage.", "x_groq.usage.", "choices[].usage.")) {
      table
          .at(usage + "prompt_tokens", Fact.INPUT)
          .at(usage + "completion_tokens", Fact.OUTPUT)
          .at(usage + "total_tokens", Fact.TOTAL)
          .at(usage + "prompt_tokens_details.cached_tokens", Fact.CACHE_READ)
          .at(usage + "prompt_tokens_details.cache_write_tokens", Fact.CACHE_WRITE)
          .at(usage + "prompt_tokens_details.created_cache_tokens", Fact.CACHE_WRITE)
          .at(usage + "prompt_tokens_details.cache_creation_input_tokens", Fact.CACHE_WRITE)
          .at(usage + "prompt_cache_hit_tokens", Fact.CACHE_READ)
          .at(usage + "cached_tokens", Fact.CACHE_READ)
          .at(usage + "num_cached_tokens", Fact.CACHE_READ)
          .at(usage + "completion_tokens_details.reasoning_tokens", Fact.REASONING_TOKENS);
    }
    return table;
  }

  private static void addToolCalls(FactTable table) {
    for (String tool : List.of("choices[].message.tool_calls[]", "choices[].delta.tool_calls[]")) {
      table
          .at(tool + ".id", Fact.TOOL_ID)
          .at(tool + ".function.name", Fact.TOOL_NAME)
          .at(tool + ".custom.name", Fact.TOOL_NAME)
          .ends(tool, Fact.TOOL_END);
    }
  }
}
