/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.semconv.Alias;
import dev.turnspan.semconv.AliasRank;
import dev.turnspan.semconv.Aliases;
import dev.turnspan.semconv.AttributeDefinition;
import dev.turnspan.semconv.AttributeDefinitions;
import dev.turnspan.semconv.ValueRule;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The alias table, indexed by source key; canonical keys are numbered slots. */
final class AliasIndex {

  /** One alias of a source key; the lower the precedence, the sooner it wins. */
  record Source(Alias alias, ValueRule rule, int slot, int precedence) {
    boolean isCanonical() {
      return alias.rank() == AliasRank.CANONICAL;
    }
  }

  /**
   * The aliases of a source key.
   *
   * @param paths where in the key's text some of them look; empty when none does
   */
  record Sources(List<Source> aliases, List<String> paths) {
    private static final Sources NONE = new Sources(List.of(), List.of());

    private static Sources of(List<Source> aliases) {
      List<String> paths =
          aliases.stream().map(source -> source.alias().path()).filter(Objects::nonNull).toList();
      return new Sources(List.copyOf(aliases), paths);
    }
  }

  private record Pattern(String prefix, String suffix, Sources sources) {
    /** Whether a key is the pattern with a number in it. */
    boolean matches(String key) {
      int end = key.length() - suffix.length();
      if (end <= prefix.length() || !key.startsWith(prefix) || !key.endsWith(suffix)) {
        return false;
      }
      for (int i = prefix.length(); i < end; i++) {
        if (key.charAt(i) < '0' || key.charAt(i) > '9') {
          return false;
        }
      }
      return true;
    }
  }

  private final Markers markers;
  private final Map<String, Sources> sources = new HashMap<>();
  private final List<Pattern> patterns = new ArrayList<>();
  private final Slots slots = new Slots();

  AliasIndex(List<Alias> aliases) {
    this.markers = new Markers(aliases);
    Map<String, AttributeKey<?>> known = new HashMap<>();
    for (AttributeDefinition definition : AttributeDefinitions.all()) {
      known.put(definition.key().getKey(), definition.key());
    }
    // Stable: within a rank the rows keep the order of the table.
    List<Alias> byRank = new ArrayList<>(aliases);
    byRank.sort(Comparator.comparing(Alias::rank));
    Map<String, List<Source>> byKey = new HashMap<>();
    for (int precedence = 0; precedence < byRank.size(); precedence++) {
      add(byRank.get(precedence), precedence, known, byKey);
    }
    byKey.forEach((name, of) -> sources.put(name, Sources.of(of)));
    for (Map.Entry<String, Sources> entry : sources.entrySet()) {
      int index = entry.getKey().indexOf(Alias.INDEX);
      if (index >= 0) {
        String suffix = entry.getKey().substring(index + Alias.INDEX.length());
        patterns.add(new Pattern(entry.getKey().substring(0, index), suffix, entry.getValue()));
      }
    }
  }

  private void add(
      Alias alias,
      int precedence,
      Map<String, AttributeKey<?>> known,
      Map<String, List<Source>> byKey) {
    String canonical = alias.canonicalKey();
    ValueRule rule = alias.rule();
    if (canonical == null || rule == null) {
      return;
    }
    AttributeKey<?> key = known.get(canonical);
    if (key != null || canonical.equals(Aliases.TOTAL_TOKENS)) {
      int slot = slots.add(canonical, key);
      byKey
          .computeIfAbsent(alias.sourceKey(), name -> new ArrayList<>())
          .add(new Source(alias, rule, slot, precedence));
    }
  }

  /** Whether any attribute proves that the span is about a language model. */
  boolean marksLlmSpan(Attributes attributes, String scope) {
    return markers.find(attributes, scope) != null;
  }

  /** An attribute that proves it, null if there is none. */
  @Nullable AttributeKey<?> marker(Attributes attributes, String scope) {
    return markers.find(attributes, scope);
  }

  /** Whether an attribute proves it whatever else the span carries. */
  boolean isAlwaysMarker(AttributeKey<?> key) {
    return markers.isAlwaysMarker(key);
  }

  /** The aliases of a source key; empty when the table does not have it. */
  Sources sources(String name) {
    Sources exact = sources.get(name);
    if (exact != null) {
      return exact;
    }
    for (Pattern pattern : patterns) {
      if (pattern.matches(name)) {
        return pattern.sources();
      }
    }
    return Sources.NONE;
  }

  int slotCount() {
    return slots.count();
  }

  /** The slot of a canonical key, -1 when no alias leads to it. */
  int slot(String canonicalKey) {
    return slots.of(canonicalKey);
  }

  /** The slot of a canonical key, whatever its type; -1 when no alias leads to it. */
  int slot(AttributeKey<?> canonicalKey) {
    return slots.of(canonicalKey);
  }

  /** The key to write a slot under; null when the slot only serves as evidence. */
  @Nullable AttributeKey<?> key(int slot) {
    return slots.key(slot);
  }
}
