/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static dev.turnspan.semconv.TurnspanAttributes.PROVIDER;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_INPUT_TOKENS;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_OUTPUT_TOKENS;

import dev.turnspan.semconv.ScopeOverride;
import dev.turnspan.semconv.ScopeOverride.Counting;
import io.opentelemetry.api.common.AttributeKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a span's producer includes in its counts, by the table of scope overrides. */
final class CountingRules {

  private record Rule(ScopeOverride override, Counting counting) {}

  /** The rows about one count: for each provider those that may apply, in the table's order. */
  private static final class Rules {
    private final Map<String, List<Rule>> ofProviders = new HashMap<>();
    private final List<Rule> ofAny = new ArrayList<>();

    void add(ScopeOverride override, Counting counting) {
      Rule rule = new Rule(override, counting);
      String provider = override.provider();
      if (provider == null) {
        ofAny.add(rule);
        ofProviders.values().forEach(rules -> rules.add(rule));
      } else {
        ofProviders.computeIfAbsent(provider, name -> new ArrayList<>(ofAny)).add(rule);
      }
    }

    List<Rule> of(@Nullable String provider) {
      return provider == null ? ofAny : ofProviders.getOrDefault(provider, ofAny);
    }
  }

  private final Rules input = new Rules();
  private final Rules output = new Rules();

  CountingRules(List<ScopeOverride> overrides) {
    for (ScopeOverride override : overrides) {
      if (override.input() != null) {
        input.add(override, override.input());
      }
      if (override.output() != null) {
        output.add(override, override.output());
      }
    }
  }

  /** Whether the input includes the cached tokens; null when the table does not say. */
  @Nullable Counting input(Candidates facts) {
    return first(facts, USAGE_INPUT_TOKENS, input);
  }

  /** Whether the output includes the reasoning tokens; null when the table does not say. */
  @Nullable Counting output(Candidates facts) {
    return first(facts, USAGE_OUTPUT_TOKENS, output);
  }

  private static @Nullable Counting first(
      Candidates facts, AttributeKey<Long> counted, Rules rules) {
    String source = facts.sourceKey(counted);
    for (Rule rule : rules.of(facts.get(PROVIDER))) {
      String wanted = rule.override().sourceKey();
      if ((wanted == null || wanted.equals(source))
          && facts.subject().meets(rule.override().conditions())) {
        return rule.counting();
      }
    }
    return null;
  }
}
