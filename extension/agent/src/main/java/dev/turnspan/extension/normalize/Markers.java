/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.semconv.Alias;
import dev.turnspan.semconv.SpanCondition;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The keys that prove a span to be about a language model. Asked of every span, on the thread that
 * ends it, and nearly always in vain: a miss is one bit of a small table, by the hash that the key
 * has computed already.
 */
final class Markers {

  // 8192 bits for some hundred keys: one key in twenty needs a second look, and all of it stays in
  // the processor's first cache.
  private static final int BITS = 1 << 13;

  private final long[] bits = new long[BITS >> 6];
  private final Map<String, List<List<SpanCondition>>> markers = new HashMap<>();

  Markers(List<Alias> aliases) {
    for (Alias alias : aliases) {
      if (alias.marksLlmSpan() && !alias.isPattern()) {
        int bit = bit(alias.sourceKey());
        bits[bit >> 6] |= 1L << bit;
        markers
            .computeIfAbsent(alias.sourceKey(), key -> new ArrayList<>())
            .add(alias.conditions());
      }
    }
  }

  private static int bit(String key) {
    int hash = key.hashCode();
    return (hash ^ (hash >>> 13)) & (BITS - 1);
  }

  /** An attribute that proves a span to be about a language model, null if there is none. */
  @Nullable AttributeKey<?> find(Attributes attributes, String scope) {
    Scan scan = new Scan(attributes, scope);
    attributes.forEach(scan);
    return scan.found;
  }

  /** Whether an attribute proves that whatever else the span carries. */
  boolean isAlwaysMarker(AttributeKey<?> key) {
    return markers.getOrDefault(key.getKey(), List.of()).stream().anyMatch(List::isEmpty);
  }

  private boolean mark(String key, Attributes attributes, String scope) {
    int bit = bit(key);
    return (bits[bit >> 6] & (1L << bit)) != 0 && isMarker(key, attributes, scope);
  }

  private boolean isMarker(String key, Attributes attributes, String scope) {
    List<List<SpanCondition>> rows = markers.get(key);
    if (rows == null) {
      return false;
    }
    for (List<SpanCondition> conditions : rows) {
      if (conditions.isEmpty() || new SpanSubject(scope, "", attributes, 0, 0).meets(conditions)) {
        return true;
      }
    }
    return false;
  }

  private final class Scan implements BiConsumer<AttributeKey<?>, Object> {
    private final Attributes attributes;
    private final String scope;
    private @Nullable AttributeKey<?> found;

    Scan(Attributes attributes, String scope) {
      this.attributes = attributes;
      this.scope = scope;
    }

    @Override
    public void accept(AttributeKey<?> key, Object value) {
      if (found == null && mark(key.getKey(), attributes, scope)) {
        found = key;
      }
    }
  }
}
