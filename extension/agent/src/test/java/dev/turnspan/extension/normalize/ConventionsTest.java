/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static dev.turnspan.extension.normalize.ForeignData.normalized;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import org.junit.jupiter.api.Test;

/** Exact attribute sets: what was there stays, and these come on top. */
final class ConventionsTest {

  private static void assertAdded(Attributes original, AttributesBuilder added) {
    assertThat(normalized(original)).isEqualTo(original.toBuilder().putAll(added.build()).build());
  }

  @Test
  void otelCurrent_getsCanonicalKeys() {
    assertAdded(
        Attributes.builder()
            .put("gen_ai.operation.name", "chat")
            .put("gen_ai.provider.name", "openai")
            .put("gen_ai.request.model", "gpt-4o")
            .put("gen_ai.request.stream", true)
            .put("gen_ai.response.model", "gpt-4o-2024-08-06")
            .put("gen_ai.response.id", "chatcmpl-1")
            .put(stringArrayKey("gen_ai.response.finish_reasons"), "tool_calls")
            .put("gen_ai.response.time_to_first_chunk", 0.2504)
            .put("gen_ai.usage.input_tokens", 100)
            .put("gen_ai.usage.output_tokens", 20)
            .put("gen_ai.usage.cache_read.input_tokens", 64)
            .put("gen_ai.usage.cache_write.input_tokens", 0)
            .put("gen_ai.usage.reasoning.output_tokens", 8)
            .put("gen_ai.conversation.id", "conv-1")
            .put("gen_ai.request.temperature", 0.5)
            .put("server.address", "api.openai.com")
            .put("server.port", 443)
            .build(),
        Attributes.builder()
            .put("spanRole", "provider.request")
            .put("operation", "chat")
            .put("provider", "openai")
            .put("requestModel", "gpt-4o")
            .put("responseModel", "gpt-4o-2024-08-06")
            .put("model", "gpt-4o-2024-08-06")
            .put("stream", true)
            .put("responseId", "chatcmpl-1")
            .put("finishReason", "tool_calls")
            .put("ttftMs", 250)
            .put("usage.inputTokens", 100)
            .put("usage.outputTokens", 20)
            .put("usage.cacheReadTokens", 64)
            .put("usage.cacheWriteTokens", 0)
            .put("usage.reasoningTokens", 8)
            .put("usage.reported", true)
            .put("conversationId", "conv-1"));
  }

  @Test
  void otelDeprecated_getsCanonicalKeys() {
    assertAdded(
        Attributes.builder()
            .put("gen_ai.system", "az.ai.openai")
            .put("gen_ai.request.model", "gpt-35-turbo")
            .put("gen_ai.usage.prompt_tokens", 11)
            .put("gen_ai.usage.completion_tokens", 7)
            .put("gen_ai.usage.cache_creation.input_tokens", 5)
            .build(),
        Attributes.builder()
            .put("spanRole", "provider.request")
            .put("provider", "azure.ai.openai")
            .put("requestModel", "gpt-35-turbo")
            .put("model", "gpt-35-turbo")
            .put("usage.inputTokens", 11)
            .put("usage.outputTokens", 7)
            .put("usage.cacheWriteTokens", 5)
            .put("usage.reported", true));
  }

  @Test
  void otelTool_getsToolKeys() {
    assertAdded(
        Attributes.builder()
            .put("gen_ai.operation.name", "execute_tool")
            .put("gen_ai.tool.name", "get_weather")
            .put("gen_ai.tool.call.id", "call_1")
            .build(),
        Attributes.builder()
            .put("spanRole", "tool-call")
            .put("toolName", "get_weather")
            .put("toolCallId", "call_1"));
  }

  @Test
  void openInferenceLlm_getsCanonicalKeys() {
    assertAdded(
        Attributes.builder()
            .put("openinference.span.kind", "LLM")
            .put("llm.model_name", "claude-sonnet-4")
            .put("llm.provider", "aws")
            .put("llm.system", "anthropic")
            .put("llm.finish_reason", "end_turn")
            .put("llm.token_count.prompt", 1200)
            .put("llm.token_count.completion", 30)
            .put("llm.token_count.total", 1230)
            .put("llm.token_count.prompt_details.cache_read", 1000)
            .put("llm.token_count.completion_details.reasoning", 12)
            .put("session.id", "s-1")
            .put("input.value", "hello")
            .build(),
        Attributes.builder()
            .put("spanRole", "provider.request")
            .put("operation", "chat")
            .put("model", "claude-sonnet-4")
            .put("provider", "aws.bedrock")
            .put("finishReason", "stop")
            .put("usage.inputTokens", 1200)
            .put("usage.outputTokens", 30)
            .put("usage.cacheReadTokens", 1000)
            .put("usage.reasoningTokens", 12)
            .put("usage.reported", true)
            .put("conversationId", "s-1"));
  }

  @Test
  void openInferenceChain_isOther() {
    assertAdded(
        Attributes.builder().put("openinference.span.kind", "CHAIN").build(),
        Attributes.builder().put("spanRole", "other"));
  }

  @Test
  void openLlmetryCurrent_getsCanonicalKeys() {
    assertAdded(
        Attributes.builder()
            .put("gen_ai.operation.name", "chat")
            .put("gen_ai.provider.name", "openai")
            .put("gen_ai.request.model", "gpt-4o")
            .put("gen_ai.is_streaming", true)
            .put("gen_ai.response.finish_reason", "stop")
            .put("gen_ai.usage.input_tokens", 10)
            .put("gen_ai.usage.output_tokens", 5)
            .put("gen_ai.usage.total_tokens", 15)
            .put("gen_ai.usage.reasoning_tokens", 2)
            .put("gen_ai.usage.cache_read_input_tokens", 3)
            .put("traceloop.association.properties.thread_id", "t-9")
            .build(),
        Attributes.builder()
            .put("spanRole", "provider.request")
            .put("operation", "chat")
            .put("provider", "openai")
            .put("requestModel", "gpt-4o")
            .put("model", "gpt-4o")
            .put("stream", true)
            .put("finishReason", "stop")
            .put("usage.inputTokens", 10)
            .put("usage.outputTokens", 5)
            .put("usage.reasoningTokens", 2)
            .put("usage.cacheReadTokens", 3)
            .put("usage.reported", true)
            .put("conversationId", "t-9"));
  }

  @Test
  void openLlmetryLegacy_getsCanonicalKeys() {
    assertAdded(
        Attributes.builder()
            .put("llm.request.type", "completion")
            .put("llm.vendor", "OpenAI")
            .put("llm.request.model", "davinci")
            .put("llm.usage.prompt_tokens", 9)
            .put("llm.usage.completion_tokens", 4)
            .put("llm.response.finish_reason", "length")
            .put("gen_ai.openai.api_base", "https://api.openai.com/v1")
            .build(),
        Attributes.builder()
            .put("spanRole", "provider.request")
            .put("operation", "text_completion")
            .put("provider", "openai")
            .put("requestModel", "davinci")
            .put("model", "davinci")
            .put("usage.inputTokens", 9)
            .put("usage.outputTokens", 4)
            .put("usage.reported", true)
            .put("finishReason", "length")
            .put("server.address", "api.openai.com"));
  }

  @Test
  void traceloopWorkflow_isTurn() {
    assertAdded(
        Attributes.builder().put("traceloop.span.kind", "workflow").build(),
        Attributes.builder().put("spanRole", "turn"));
  }

  @Test
  void springAiChatModel_getsNumbersFromText() {
    assertAdded(
        Attributes.builder()
            .put("gen_ai.operation.name", "chat")
            .put("gen_ai.system", "openai")
            .put("gen_ai.request.model", "gpt-4o-mini")
            .put("gen_ai.response.model", "none")
            .put("gen_ai.response.finish_reasons", "[\"STOP\"]")
            .put("gen_ai.response.id", "chatcmpl-2")
            .put("gen_ai.usage.input_tokens", "15")
            .put("gen_ai.usage.output_tokens", "6")
            .put("gen_ai.usage.total_tokens", "21")
            .build(),
        Attributes.builder()
            .put("spanRole", "provider.request")
            .put("operation", "chat")
            .put("provider", "openai")
            .put("requestModel", "gpt-4o-mini")
            .put("model", "gpt-4o-mini")
            .put("finishReason", "stop")
            .put("responseId", "chatcmpl-2")
            .put("usage.inputTokens", 15)
            .put("usage.outputTokens", 6)
            .put("usage.reported", true));
  }

  @Test
  void springAiChatClient_isTurnWithConversation() {
    assertAdded(
        Attributes.builder()
            .put("gen_ai.operation.name", "framework")
            .put("gen_ai.system", "spring_ai")
            .put("spring.ai.kind", "chat_client")
            .put("spring.ai.chat.client.stream", "true")
            .put("spring.ai.chat.client.conversation.id", "c-7")
            .build(),
        Attributes.builder()
            .put("spanRole", "turn")
            .put("stream", true)
            .put("conversationId", "c-7"));
  }

  @Test
  void langChain4jObservation_getsBareCounts() {
    assertAdded(
        Attributes.builder()
            .put("gen_ai.operation.name", "chat")
            .put("gen_ai.provider.name", "OPEN_AI")
            .put("gen_ai.request.model", "gpt-4o")
            .put("gen_ai.response.model", "unknown")
            .put("input_tokens", "31")
            .put("output_tokens", "12")
            .put("outcome", "ERROR")
            .build(),
        Attributes.builder()
            .put("spanRole", "provider.request")
            .put("operation", "chat")
            .put("provider", "openai")
            .put("requestModel", "gpt-4o")
            .put("model", "gpt-4o")
            .put("usage.inputTokens", 31)
            .put("usage.outputTokens", 12)
            .put("usage.reported", true)
            .put("error.type", "_OTHER"));
  }

  @Test
  void severalConventions_bestRankedWinsPerConcept() {
    assertAdded(
        Attributes.builder()
            .put("input_tokens", "1")
            .put("llm.token_count.prompt", 2)
            .put("gen_ai.usage.prompt_tokens", 3)
            .put("gen_ai.usage.input_tokens", 4)
            .put("llm.token_count.completion", 20)
            .put("gen_ai.usage.completion_tokens", 30)
            .put("output_tokens", "10")
            .put("usage.cacheReadTokens", 2)
            .put("gen_ai.usage.cache_read.input_tokens", 1)
            .put("gen_ai.system", "anthropic")
            .put("gen_ai.provider.name", "langchain")
            .put("llm.model_name", "from-openinference")
            .put("gen_ai.request.model", "asked")
            .build(),
        Attributes.builder()
            .put("spanRole", "provider.request")
            .put("usage.inputTokens", 4)
            .put("usage.outputTokens", 30)
            .put("usage.reported", true)
            .put("provider", "anthropic")
            .put("model", "from-openinference")
            .put("requestModel", "asked"));
  }

  @Test
  void canonicalKeys_areNeverOverwritten() {
    Attributes complete =
        Attributes.builder()
            .put("gen_ai.operation.name", "chat")
            .put("spanRole", "step")
            .put("operation", "text_completion")
            .put("usage.inputTokens", 1)
            .put("gen_ai.usage.input_tokens", 50)
            .put("gen_ai.usage.cache_read.input_tokens", 60)
            .put("usage.cacheReadTokens", 2)
            .put("model", "mine")
            .put("gen_ai.response.model", "theirs")
            .put("responseModel", "mine too")
            .build();
    assertThat(normalized(complete)).isEqualTo(complete);
  }

  @Test
  void canonicalKeyOfAnotherType_isConverted() {
    assertThat(
            normalized(
                Attributes.builder()
                    .put("spanRole", "provider.request")
                    .put("usage.inputTokens", "12")
                    .put("stream", "True")
                    .put(stringArrayKey("finishReason"), "end_turn")
                    .put("ttftMs", 12.6)
                    .put(stringArrayKey("model"), "a", "b")
                    .put("gen_ai.response.model", "c")
                    .build()))
        .isEqualTo(
            Attributes.builder()
                .put("spanRole", "provider.request")
                .put("usage.inputTokens", 12)
                .put("usage.reported", true)
                .put("stream", true)
                .put("finishReason", "stop")
                .put("ttftMs", 13)
                .put(stringArrayKey("model"), "a", "b")
                .put("gen_ai.response.model", "c")
                .put("responseModel", "c")
                .build());
  }

  @Test
  void placeholders_areNoValues() {
    assertAdded(
        Attributes.builder()
            .put("gen_ai.operation.name", "chat")
            .put("gen_ai.provider.name", "unknown")
            .put("gen_ai.request.model", "<not specified>")
            .put("gen_ai.response.model", "none")
            .put("gen_ai.response.id", "")
            .put("gen_ai.response.finish_reasons", "[]")
            .put("gen_ai.usage.input_tokens", "none")
            .put("gen_ai.conversation.id", "null")
            .build(),
        Attributes.builder().put("spanRole", "provider.request").put("operation", "chat"));
  }

  @Test
  void providerUnnamed_isTakenFromTheHost() {
    assertAdded(
        Attributes.builder()
            .put("gen_ai.operation.name", "embeddings")
            .put("server.address", "api.mistral.ai")
            .build(),
        Attributes.builder()
            .put("spanRole", "embedding")
            .put("operation", "embeddings")
            .put("provider", "mistral_ai"));
  }
}
