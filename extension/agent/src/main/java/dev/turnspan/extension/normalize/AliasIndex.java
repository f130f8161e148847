/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.semconv.Alias;
import dev.turnspan.semconv.AliasRank;
import dev.turnspan.semconv.Aliases;
import dev.turnspan.semconv.AttributeDefinition;
import dev.turnspan.semconv.AttributeDefinitions;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The alias table, indexed by source key; canonical keys are numbered slots. */
final class AliasIndex {

  /** One alias of a source key; the lower the precedence, the sooner it wins. */
  record Source(Alias alias, int slot, int precedence) {
    boolean isCanonical() {
      return alias.rank() == AliasRank.CANONICAL;
    }
  }

  private static final List<Source> NO_SOURCES = List.of();

  // Sparse on purpose: nearly every look-up is a miss, on the thread that ends the span, and in a
  // sparse table a miss is one empty bucket.
  private static final float SPARSE = 0.1f;

  private final Map<String, List<Source>> sources = new HashMap<>();
  private final Set<String> markers = new HashSet<>(64, SPARSE);
  private final Map<String, Integer> slots = new HashMap<>();
  private final List<@Nullable AttributeKey<?>> keys = new ArrayList<>();

  AliasIndex(List<Alias> aliases) {
    Map<String, AttributeKey<?>> known = new HashMap<>();
    for (AttributeDefinition definition : AttributeDefinitions.all()) {
      known.put(definition.key().getKey(), definition.key());
    }
    // Stable: within a rank the rows keep the order of the table.
    List<Alias> byRank = new ArrayList<>(aliases);
    byRank.sort(Comparator.comparing(Alias::rank));
    for (int precedence = 0; precedence < byRank.size(); precedence++) {
      Alias alias = byRank.get(precedence);
      AttributeKey<?> key = known.get(alias.canonicalKey());
      if (key == null && !alias.canonicalKey().equals(Aliases.TOTAL_TOKENS)) {
        continue;
      }
      int slot = slots.computeIfAbsent(alias.canonicalKey(), name -> newSlot(key));
      sources
          .computeIfAbsent(alias.sourceKey(), name -> new ArrayList<>())
          .add(new Source(alias, slot, precedence));
      if (alias.marksLlmSpan()) {
        markers.add(alias.sourceKey());
      }
    }
  }

  private int newSlot(@Nullable AttributeKey<?> key) {
    keys.add(key);
    return keys.size() - 1;
  }

  /** Whether any attribute proves that the span is about a language model. */
  boolean marksLlmSpan(Attributes attributes) {
    MarkerScan scan = new MarkerScan(markers);
    attributes.forEach(scan);
    return scan.found;
  }

  /** The aliases of a source key; empty when the table does not have it. */
  List<Source> sources(String name) {
    return sources.getOrDefault(name, NO_SOURCES);
  }

  int slotCount() {
    return keys.size();
  }

  /** The slot of a canonical key, -1 when no alias leads to it. */
  int slot(String canonicalKey) {
    return slots.getOrDefault(canonicalKey, -1);
  }

  /** The key to write a slot under; null when the slot only serves as evidence. */
  @Nullable AttributeKey<?> key(int slot) {
    return keys.get(slot);
  }

  private static final class MarkerScan implements BiConsumer<AttributeKey<?>, Object> {
    private final Set<String> markers;
    private boolean found;

    MarkerScan(Set<String> markers) {
      this.markers = markers;
    }

    @Override
    public void accept(AttributeKey<?> key, Object value) {
      found = found || markers.contains(key.getKey());
    }
  }
}
