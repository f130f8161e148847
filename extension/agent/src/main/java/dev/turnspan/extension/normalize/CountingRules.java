/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.semconv.ScopeOverride;
import dev.turnspan.semconv.ScopeOverride.Condition;
import dev.turnspan.semconv.ScopeOverride.Counting;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
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
  @Nullable Counting input(SpanData span, @Nullable String provider) {
    return first(span, provider, ScopeOverride::input);
  }

  /** Whether the output includes the reasoning tokens; null when the table does not say. */
  @Nullable Counting output(SpanData span, @Nullable String provider) {
    return first(span, provider, ScopeOverride::output);
  }

  private @Nullable Counting first(
      SpanData span, @Nullable String provider, Function<ScopeOverride, @Nullable Counting> count) {
    for (ScopeOverride override : overrides) {
      Counting counting = count.apply(override);
      boolean concerned = override.provider() == null || override.provider().equals(provider);
      if (counting != null && concerned && holds(override.conditions(), span)) {
        return counting;
      }
    }
    return null;
  }

  private static boolean holds(List<Condition> conditions, SpanData span) {
    for (Condition condition : conditions) {
      if (!holds(condition, span)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(Condition condition, SpanData span) {
    String text = condition.text();
    Attributes attributes = span.getAttributes();
    return switch (condition.evidence()) {
      case SCOPE -> span.getInstrumentationScopeInfo().getName().startsWith(text);
      case STRING -> attributes.get(AttributeKey.stringKey(text)) != null;
      case HAS -> attributes.asMap().keySet().stream().anyMatch(key -> key.getKey().equals(text));
    };
  }
}
