/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.azureopenai.app;

import com.azure.ai.openai.models.ChatChoice;
import com.azure.ai.openai.models.ChatCompletions;
import com.azure.ai.openai.models.ChatResponseMessage;
import com.azure.ai.openai.models.CompletionsUsage;
import com.azure.ai.openai.models.Embeddings;
import com.azure.core.http.rest.Response;
import dev.turnspan.bridge.Call;
import dev.turnspan.extension.app.OptionalMethod;
import org.jspecify.annotations.Nullable;

/** Reads complete answers, and what a chunk has in common with them. */
final class Answers {

  /** Since beta.9. */
  private static final OptionalMethod MODEL = OptionalMethod.of(ChatCompletions.class, "getModel");

  /** Since beta.12. */
  private static final OptionalMethod REFUSAL =
      OptionalMethod.of(ChatResponseMessage.class, "getRefusal");

  private static final OptionalMethod CACHED_TOKENS =
      OptionalMethod.of(CompletionsUsage.class, "getPromptTokensDetails", "getCachedTokens");
  private static final OptionalMethod REASONING_TOKENS =
      OptionalMethod.of(CompletionsUsage.class, "getCompletionTokensDetails", "getReasoningTokens");

  private Answers() {}

  /** Tells the call what the answer says. Never throws. */
  static void read(@Nullable Object answer, Call call) {
    try {
      Object value = answer instanceof Response<?> response ? response.getValue() : answer;
      if (value instanceof ChatCompletions completions) {
        completions(completions, call);
      } else if (value instanceof Embeddings embeddings && embeddings.getUsage() != null) {
        call.usage(embeddings.getUsage().getPromptTokens(), -1, -1, -1, -1);
      }
    } catch (Throwable t) {
      // What cannot be read is missing on the span; the answer is the application's.
    }
  }

  private static void completions(ChatCompletions completions, Call call) {
    head(completions, call);
    for (ChatChoice choice : completions.getChoices()) {
      if (choice.getFinishReason() != null) {
        call.finishReason(choice.getFinishReason().toString());
      }
      ChatResponseMessage message = choice.getMessage();
      if (message != null && message.getToolCalls() != null) {
        call.requestedTools(message.getToolCalls().size());
      }
      if (message != null && refusal(message) != null) {
        call.refused();
      }
    }
    usage(completions.getUsage(), call);
  }

  /** The frame with the verdict on the prompt has neither id nor model; false for that one. */
  static boolean head(ChatCompletions completions, Call call) {
    String id = completions.getId();
    if (id == null || id.isEmpty()) {
      return false;
    }
    call.responseId(id);
    if (MODEL.call(completions) instanceof String model && !model.isEmpty()) {
      call.responseModel(model);
    }
    return true;
  }

  static @Nullable String refusal(ChatResponseMessage message) {
    return REFUSAL.call(message) instanceof String refusal ? refusal : null;
  }

  static void usage(@Nullable CompletionsUsage usage, Call call) {
    if (usage != null) {
      call.usage(
          usage.getPromptTokens(),
          usage.getCompletionTokens(),
          CACHED_TOKENS.number(usage),
          -1,
          REASONING_TOKENS.number(usage));
    }
  }
}
