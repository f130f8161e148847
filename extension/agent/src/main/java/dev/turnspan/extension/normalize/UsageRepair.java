/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static dev.turnspan.semconv.ForeignAttributes.USAGE_CACHE_WRITE1H_TOKENS;
import static dev.turnspan.semconv.ForeignAttributes.USAGE_CACHE_WRITE5M_TOKENS;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_CACHE_READ_TOKENS;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_CACHE_WRITE_TOKENS;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_INPUT_TOKENS;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_OUTPUT_TOKENS;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_RAW_INPUT_TOKENS;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_RAW_OUTPUT_TOKENS;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_REASONING_TOKENS;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_UNVERIFIED;

import dev.turnspan.semconv.Aliases;
import dev.turnspan.semconv.ScopeOverride.Counting;
import io.opentelemetry.api.common.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * Makes counts inclusive: cache in the input, reasoning in the output. Only where the producer's
 * row or arithmetic proves that they are not; what a row doubts and nothing proves is marked. The
 * raw value stays on the span, so that the repair is visible and happens once.
 */
final class UsageRepair {

  static final AttributeKey<Long> TOTAL = AttributeKey.longKey(Aliases.TOTAL_TOKENS);

  private final CountingRules rules;

  UsageRepair(CountingRules rules) {
    this.rules = rules;
  }

  void apply(Candidates facts) {
    completeCacheWrites(facts);
    // The input first: the proof by the total wants the output as the producer counted it.
    repairInput(facts, rules.input(facts));
    repairOutput(facts, rules.output(facts));
  }

  /** Some producers count what they write to the cache only by how long it is kept. */
  private static void completeCacheWrites(Candidates facts) {
    Long minutes = facts.get(USAGE_CACHE_WRITE5M_TOKENS);
    Long hour = facts.get(USAGE_CACHE_WRITE1H_TOKENS);
    if (facts.get(USAGE_CACHE_WRITE_TOKENS) == null && (minutes != null || hour != null)) {
      facts.set(USAGE_CACHE_WRITE_TOKENS, orZero(minutes) + orZero(hour));
    }
  }

  private static void repairInput(Candidates facts, @Nullable Counting counting) {
    Long input = facts.get(USAGE_INPUT_TOKENS);
    if (input == null || facts.isSettled(USAGE_INPUT_TOKENS)) {
      return;
    }
    Long read = facts.get(USAGE_CACHE_READ_TOKENS);
    Long write = facts.get(USAGE_CACHE_WRITE_TOKENS);
    long cached = orZero(read) + orZero(write);
    if (counting == Counting.OUTSIDE || isProvedOutside(facts, input, cached)) {
      add(facts, USAGE_INPUT_TOKENS, USAGE_RAW_INPUT_TOKENS, input, cached);
    }
    boolean cacheUnknown = read == null && write == null;
    if ((counting == Counting.AMBIGUOUS && !isProvedInside(facts, input))
        || (counting == Counting.OUTSIDE && cacheUnknown)) {
      markUnlessRepaired(facts, USAGE_RAW_INPUT_TOKENS);
    }
  }

  private static boolean isProvedOutside(Candidates facts, long input, long cached) {
    if (cached > input) {
      return true;
    }
    Long total = facts.get(TOTAL);
    Long output = facts.get(USAGE_OUTPUT_TOKENS);
    return cached > 0 && total != null && output != null && total == input + output + cached;
  }

  /** The total is the sum of both, so there is no cache, or it is in the input. */
  private static boolean isProvedInside(Candidates facts, long input) {
    Long total = facts.get(TOTAL);
    Long output = facts.get(USAGE_OUTPUT_TOKENS);
    return total != null && output != null && total == input + output;
  }

  private static void repairOutput(Candidates facts, @Nullable Counting counting) {
    Long output = facts.get(USAGE_OUTPUT_TOKENS);
    if (output == null || facts.isSettled(USAGE_OUTPUT_TOKENS)) {
      return;
    }
    Long reasoning = facts.get(USAGE_REASONING_TOKENS);
    if (counting == Counting.OUTSIDE || orZero(reasoning) > output) {
      add(facts, USAGE_OUTPUT_TOKENS, USAGE_RAW_OUTPUT_TOKENS, output, orZero(reasoning));
    }
    if (counting == Counting.AMBIGUOUS || (counting == Counting.OUTSIDE && reasoning == null)) {
      markUnlessRepaired(facts, USAGE_RAW_OUTPUT_TOKENS);
    }
  }

  private static void add(
      Candidates facts,
      AttributeKey<Long> counted,
      AttributeKey<Long> raw,
      long count,
      long missing) {
    // A raw value on the span says that the count has been repaired before it came here.
    if (missing > 0 && facts.get(raw) == null) {
      facts.set(counted, count + missing);
      facts.set(raw, count);
    }
  }

  private static void markUnlessRepaired(Candidates facts, AttributeKey<Long> raw) {
    if (facts.get(raw) == null) {
      facts.set(USAGE_UNVERIFIED, true);
    }
  }

  private static long orZero(@Nullable Long count) {
    return count == null ? 0 : count;
  }
}
