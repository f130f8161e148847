/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static dev.turnspan.semconv.TurnspanAttributes.PROVIDER;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_INPUT_TOKENS;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_OUTPUT_TOKENS;

import dev.turnspan.semconv.ScopeOverride;
import dev.turnspan.semconv.ScopeOverride.Counting;
import io.opentelemetry.api.common.AttributeKey;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a span's producer includes in its counts, by the table of scope overrides. */
final class CountingRules {

  private final List<ScopeOverride> overrides;

  CountingRules(List<ScopeOverride> overrides) {
    this.overrides = overrides;
  }

  /** Whether the input includes the cached tokens; null when the table does not say. */
  @Nullable Counting input(Candidates facts) {
    return first(facts, USAGE_INPUT_TOKENS, ScopeOverride::input);
  }

  /** Whether the output includes the reasoning tokens; null when the table does not say. */
  @Nullable Counting output(Candidates facts) {
    return first(facts, USAGE_OUTPUT_TOKENS, ScopeOverride::output);
  }

  private @Nullable Counting first(
      Candidates facts,
      AttributeKey<Long> counted,
      Function<ScopeOverride, @Nullable Counting> count) {
    String provider = facts.get(PROVIDER);
    String source = facts.sourceKey(counted);
    for (ScopeOverride override : overrides) {
      Counting counting = count.apply(override);
      if (counting != null
          && isOrAny(override.provider(), provider)
          && isOrAny(override.sourceKey(), source)
          && facts.subject().meets(override.conditions())) {
        return counting;
      }
    }
    return null;
  }

  private static boolean isOrAny(@Nullable String wanted, @Nullable String is) {
    return wanted == null || wanted.equals(is);
  }
}
