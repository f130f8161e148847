/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.bridge.Call;
import org.jspecify.annotations.Nullable;

/** Reads what the providers report, as the library's or the vendors' own classes hold it. */
final class NativeUsage {

  /** OpenAI's, and those of the many that speak like it. */
  private static final Property PROMPT = new Property("promptTokens");

  private static final Property COMPLETION = new Property("completionTokens");
  private static final Property CACHED = new Property("promptTokensDetails", "cachedTokens");
  private static final Property REASONING =
      new Property("completionTokenDetails", "reasoningTokens");
  private static final Property VENDORS_REASONING =
      new Property("completionTokensDetails", "reasoningTokens");

  /** Anthropic's. */
  private static final Property INPUT = new Property("inputTokens");

  private static final Property OUTPUT = new Property("outputTokens");
  private static final Property CACHE_READ = new Property("cacheReadInputTokens");
  private static final Property CACHE_CREATION = new Property("cacheCreationInputTokens");

  /** Ollama's, which stand in the answer itself. */
  private static final Property PROMPT_COUNT = new Property("promptEvalCount");

  private static final Property COUNT = new Property("evalCount");

  private NativeUsage() {}

  /** Tells the call; false if this is no usage that is known here. */
  static boolean read(@Nullable Object usage, Call call) {
    if (usage == null) {
      return false;
    }
    if (PROMPT.number(usage) >= 0 || COMPLETION.number(usage) >= 0) {
      long reasoning = Math.max(REASONING.number(usage), VENDORS_REASONING.number(usage));
      call.usage(
          PROMPT.number(usage), COMPLETION.number(usage), CACHED.number(usage), -1, reasoning);
      return true;
    }
    if (INPUT.number(usage) >= 0 || OUTPUT.number(usage) >= 0) {
      long read = CACHE_READ.number(usage);
      long written = CACHE_CREATION.number(usage);
      long input = INPUT.number(usage);
      // What went through the cache is not in the input.
      long whole = input < 0 ? -1 : input + Math.max(read, 0) + Math.max(written, 0);
      call.usage(whole, OUTPUT.number(usage), read, written, -1);
      return true;
    }
    if (PROMPT_COUNT.number(usage) >= 0 || COUNT.number(usage) >= 0) {
      call.usage(PROMPT_COUNT.number(usage), COUNT.number(usage), -1, -1, -1);
      return true;
    }
    return false;
  }
}
