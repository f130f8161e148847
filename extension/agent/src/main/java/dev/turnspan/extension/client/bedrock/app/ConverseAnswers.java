/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock.app;

import dev.turnspan.bridge.Call;
import dev.turnspan.extension.app.OptionalMethod;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeResponse;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeResponseMetadata;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlock;

/** Reads what Converse answers. */
final class ConverseAnswers {

  /** Since some 2.30. */
  private static final OptionalMethod CACHE_READ =
      OptionalMethod.of(TokenUsage.class, "cacheReadInputTokens");

  private static final OptionalMethod CACHE_WRITE =
      OptionalMethod.of(TokenUsage.class, "cacheWriteInputTokens");

  private ConverseAnswers() {}

  static void read(ConverseResponse response, Call call) {
    call.responseId(requestId(response));
    call.finishReason(response.stopReasonAsString());
    ConverseOutput output = response.output();
    if (output != null && output.message() != null) {
      int tools = 0;
      for (ContentBlock block : output.message().content()) {
        ToolUseBlock use = block.toolUse();
        if (use != null) {
          call.requestedTool(use.toolUseId(), use.name(), null);
          tools++;
        }
      }
      call.requestedTools(tools);
    }
    usage(response.usage(), call);
  }

  /**
   * The input that is reported is what was neither read from a cache nor written to one. Versions
   * that do not know of caches still tell the total.
   */
  static void usage(@Nullable TokenUsage usage, Call call) {
    if (usage == null) {
      return;
    }
    long read = CACHE_READ.number(usage);
    long written = CACHE_WRITE.number(usage);
    long output = number(usage.outputTokens());
    long input = Tokens.whole(number(usage.inputTokens()), read, written);
    if (input >= 0 && output >= 0 && read < 0 && written < 0) {
      input = Math.max(input, number(usage.totalTokens()) - output);
    }
    call.usage(input, output, read, written, -1);
  }

  /** Answers have no id of their own. */
  static @Nullable String requestId(BedrockRuntimeResponse response) {
    BedrockRuntimeResponseMetadata metadata = response.responseMetadata();
    String id = metadata == null ? null : metadata.requestId();
    return "UNKNOWN".equals(id) ? null : id;
  }

  private static long number(@Nullable Integer value) {
    return value == null ? -1 : value;
  }
}
