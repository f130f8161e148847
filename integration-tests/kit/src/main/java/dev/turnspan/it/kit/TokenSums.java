/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import java.util.List;

/**
 * How many input tokens a backend finds, whichever way it sums. Where each call is counted once,
 * both sums are what the provider reported.
 *
 * @param ofRequests {@code usage.inputTokens} over {@code provider.request} spans
 * @param ofAllSpans {@code gen_ai.usage.input_tokens} over all spans
 */
public record TokenSums(long ofRequests, long ofAllSpans) {

  /** Of what one process exported. */
  public static TokenSums of(List<SpanRecord> spans) {
    return new TokenSums(
        sum(
            spans.stream()
                .filter(span -> "provider.request".equals(span.attribute("spanRole")))
                .toList(),
            "usage.inputTokens"),
        sum(spans, "gen_ai.usage.input_tokens"));
  }

  /** The same figure for both. */
  public static TokenSums both(long inputTokens) {
    return new TokenSums(inputTokens, inputTokens);
  }

  /** The sum of an attribute over the spans that have it. */
  public static long sum(List<SpanRecord> spans, String key) {
    return spans.stream()
        .filter(span -> span.attributes().containsKey(key))
        .mapToLong(span -> span.number(key))
        .sum();
  }
}
