/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The keys that a streamed call with usage, which knows most, has on each level. */
final class AttributeKeys {

  private static final String USAGE =
      "usage.inputTokens usage.outputTokens usage.cacheReadTokens usage.reasoningTokens ";

  private AttributeKeys() {}

  static Map<String, Set<String>> ofOneStreamedCall() {
    return Map.of(
        "turn",
        keys(
            USAGE
                + "spanRole turnId provider model finishReason ttftMs prefillMs genTotalMs"
                + " stepCount requestCount toolCallCount"),
        "step",
        keys(
            USAGE
                + "spanRole turnId stepId provider model finishReason ttftMs decodeMs genTotalMs"
                + " firstTokenKind"),
        "provider.request",
        keys(
            USAGE
                + "spanRole turnId stepId usage.reported provider model requestModel responseModel"
                + " operation stream attempt responseId finishReason ttftMs decodeMs genTotalMs"
                + " firstTokenKind chunkCount maxChunkGapMs server.address server.port"
                + " http.response.status_code gen_ai.operation.name gen_ai.provider.name"
                + " gen_ai.request.model gen_ai.request.stream gen_ai.response.model"
                + " gen_ai.response.id gen_ai.response.finish_reasons"
                + " gen_ai.response.time_to_first_chunk gen_ai.usage.input_tokens"
                + " gen_ai.usage.output_tokens gen_ai.usage.cache_read.input_tokens"
                + " gen_ai.usage.reasoning.output_tokens"));
  }

  /** The keys of a span, without the agent's own and without the rate, which needs some time. */
  static Set<String> of(SpanRecord span) {
    Set<String> keys = new TreeSet<>(span.attributes().keySet());
    keys.removeIf(key -> key.startsWith("thread.") || key.equals("outputTokensPerSecond"));
    return keys;
  }

  private static Set<String> keys(String words) {
    return new TreeSet<>(Arrays.asList(words.split(" ", -1)));
  }
}
