/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j.app;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.turnspan.bridge.Call;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads complete answers. */
final class Answers {

  /** OpenAI's and those of the servers that speak like it. */
  private static final Accessor CACHED = new Accessor("inputTokensDetails", "cachedTokens");

  private static final Accessor REASONING = new Accessor("outputTokensDetails", "reasoningTokens");

  /** Anthropic's, on Bedrock as well. */
  private static final Accessor CACHE_READ = new Accessor("cacheReadInputTokens");

  private static final Accessor CACHE_CREATION = new Accessor("cacheCreationInputTokens");
  private static final Accessor CACHE_WRITE = new Accessor("cacheWriteInputTokens");

  /** Gemini's. */
  private static final Accessor CACHED_CONTENT = new Accessor("cachedContentTokenCount");

  private static final Accessor THOUGHTS = new Accessor("thoughtsTokenCount");

  private Answers() {}

  /** Tells the call what the answer says. Never throws. */
  static void read(ChatResponse response, Call call) {
    try {
      call.responseId(response.id());
      call.responseModel(response.modelName());
      call.finishReason(finishReason(response.finishReason()));
      AiMessage message = response.aiMessage();
      if (message != null && message.hasToolExecutionRequests()) {
        for (ToolExecutionRequest tool : message.toolExecutionRequests()) {
          call.requestedTool(tool.id(), tool.name(), null);
        }
        call.requestedTools(message.toolExecutionRequests().size());
      }
      TokenUsage usage = response.tokenUsage();
      if (usage != null) {
        usage(usage, call);
      }
    } catch (Throwable t) {
      // What cannot be read is missing on the span; the answer is the application's.
    }
  }

  /** The providers' own words, which the library has replaced by one enumeration. */
  private static @Nullable String finishReason(@Nullable FinishReason reason) {
    if (reason == null || reason == FinishReason.OTHER) {
      return null;
    }
    return reason == FinishReason.TOOL_EXECUTION
        ? "tool_calls"
        : reason.name().toLowerCase(Locale.ROOT);
  }

  private static void usage(TokenUsage usage, Call call) {
    long input = number(usage.inputTokenCount());
    long output = number(usage.outputTokenCount());
    long cacheRead = CACHE_READ.number(usage);
    long cacheWrite = Math.max(CACHE_CREATION.number(usage), CACHE_WRITE.number(usage));
    if (input >= 0) {
      // These providers leave what went through the cache out of the input.
      input += Math.max(cacheRead, 0) + Math.max(cacheWrite, 0);
    }
    if (cacheRead < 0) {
      cacheRead = Math.max(CACHED.number(usage), CACHED_CONTENT.number(usage));
    }
    long reasoning = REASONING.number(usage);
    long thoughts = THOUGHTS.number(usage);
    if (thoughts > 0 && number(usage.totalTokenCount()) == input + output + thoughts) {
      // The sum proves that this provider leaves its thoughts out of the output.
      output += thoughts;
    }
    call.usage(input, output, cacheRead, cacheWrite, Math.max(reasoning, thoughts));
  }

  private static long number(Integer count) {
    return count == null ? -1 : count;
  }
}
