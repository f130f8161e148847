/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.bridge.Call;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/**
 * Reads the answers of models. Where a hook below has read the same answer it has the last word.
 */
final class Answers {

  private static final Property CACHE_READ = new Property("getCacheReadInputTokens");
  private static final Property CACHE_WRITE = new Property("getCacheWriteInputTokens");

  private Answers() {}

  /**
   * Tells the call what the answer says. Never throws.
   *
   * @param previous the answer of the round before, whose usage is in this one's
   */
  static void read(ChatResponse response, @Nullable ChatResponse previous, Call call) {
    try {
      head(response, call);
      for (Generation generation : response.getResults()) {
        call.finishReason(finishReason(generation));
        call.requestedTools(tools(generation));
      }
      usage(response, previous, call);
    } catch (Throwable t) {
      // What cannot be read is missing on the span; the answer is the application's.
    }
  }

  /** The same for an answer whose round before is not known. */
  static void readRound(ChatResponse response, Call call) {
    try {
      head(response, call);
      for (Generation generation : response.getResults()) {
        call.finishReason(finishReason(generation));
        call.requestedTools(tools(generation));
      }
      // A sum over rounds has no usage of the provider's own to show.
      Usage usage = response.getMetadata().getUsage();
      if (usage != null && !isEmpty(usage)) {
        NativeUsage.read(usage.getNativeUsage(), call);
      }
    } catch (Throwable t) {
      // As above.
    }
  }

  static void head(ChatResponse response, Call call) {
    call.responseId(filled(response.getMetadata().getId()));
    call.responseModel(filled(response.getMetadata().getModel()));
  }

  static int tools(Generation generation) {
    return generation.getOutput() == null || !generation.getOutput().hasToolCalls()
        ? 0
        : generation.getOutput().getToolCalls().size();
  }

  static @Nullable String finishReason(Generation generation) {
    String reason =
        generation.getMetadata() == null ? null : generation.getMetadata().getFinishReason();
    // Some models give the provider's word, others the name of their own constant for it.
    return reason == null || reason.isEmpty() ? null : reason.toLowerCase(Locale.ROOT);
  }

  static void usage(ChatResponse response, @Nullable ChatResponse previous, Call call) {
    Usage usage = response.getMetadata().getUsage();
    Usage before = previous == null ? null : previous.getMetadata().getUsage();
    // The library has 0 for what was not reported, in every chunk but the last.
    if (usage == null || usage == before || isEmpty(usage)) {
      return;
    }
    if (before == null && NativeUsage.read(usage.getNativeUsage(), call)) {
      return;
    }
    long input = usage.getPromptTokens().longValue() - prompt(before);
    long output = usage.getCompletionTokens().longValue() - completion(before);
    if (input > 0 || output > 0) {
      long read = before == null ? CACHE_READ.number(usage) : -1;
      long written = before == null ? CACHE_WRITE.number(usage) : -1;
      call.usage(Math.max(input, 0), Math.max(output, 0), read, written, -1);
    }
  }

  private static boolean isEmpty(Usage usage) {
    return prompt(usage) == 0 && completion(usage) == 0;
  }

  private static int prompt(@Nullable Usage usage) {
    return usage == null ? 0 : usage.getPromptTokens();
  }

  private static int completion(@Nullable Usage usage) {
    return usage == null ? 0 : usage.getCompletionTokens();
  }

  private static @Nullable String filled(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
