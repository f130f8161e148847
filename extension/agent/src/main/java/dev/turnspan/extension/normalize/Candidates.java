/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.extension.normalize.AliasIndex.Source;
import dev.turnspan.semconv.AliasRank;
import dev.turnspan.semconv.SpanRoles;
import dev.turnspan.semconv.ValueRule;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What one span's attributes say, by canonical key: the best source of each. */
final class Candidates implements BiConsumer<AttributeKey<?>, Object> {

  // "other" says only that a convention had nothing better to say.
  private static final int VAGUE = 1 << 20;

  private final AliasIndex index;
  private final @Nullable Object[] values;
  private final int[] precedence;
  private final boolean[] settled;
  private final Set<String> takenOver = new HashSet<>();

  Candidates(AliasIndex index, Attributes attributes) {
    this.index = index;
    this.values = new @Nullable Object[index.slotCount()];
    this.precedence = new int[index.slotCount()];
    this.settled = new boolean[index.slotCount()];
    Arrays.fill(precedence, Integer.MAX_VALUE);
    attributes.forEach(this);
  }

  @Override
  public void accept(AttributeKey<?> key, Object value) {
    for (Source source : index.sources(key.getKey())) {
      if (source.isCanonical()) {
        acceptCanonical(source, key, value);
      } else {
        acceptForeign(source, key, value);
      }
    }
  }

  /** A canonical key of the right type stays as it is; one of another type is converted. */
  private void acceptCanonical(Source source, AttributeKey<?> key, Object value) {
    int slot = source.slot();
    AttributeKey<?> target = index.key(slot);
    if (target != null && target.getType() == key.getType()) {
      values[slot] = value;
      settled[slot] = true;
      return;
    }
    Object converted = SourceValues.read(source.alias().rule(), key.getKey(), value);
    if (settled[slot]) {
      return;
    }
    if (converted == null) {
      // Unreadable: a second attribute of the same name would only add to the confusion.
      values[slot] = null;
      settled[slot] = true;
    } else {
      values[slot] = converted;
      precedence[slot] = -1;
    }
  }

  private void acceptForeign(Source source, AttributeKey<?> key, Object value) {
    Object converted = SourceValues.read(source.alias().rule(), key.getKey(), value);
    if (converted == null) {
      if (source.alias().rank() != AliasRank.BARE && SourceValues.isPlaceholder(value)) {
        takenOver.add(key.getKey());
      }
      return;
    }
    if (source.alias().rank() != AliasRank.GENERAL) {
      takenOver.add(key.getKey());
    }
    int slot = source.slot();
    int rank = rank(source, key, converted);
    if (!settled[slot] && rank < precedence[slot]) {
      values[slot] = converted;
      precedence[slot] = rank;
    }
  }

  private int rank(Source source, AttributeKey<?> key, Object converted) {
    AttributeKey<?> target = index.key(source.slot());
    // Up to SDK 1.64 a span can carry one name with two types.
    int otherType = target != null && target.getType() == key.getType() ? 0 : 1;
    boolean vague =
        source.alias().rule() == ValueRule.SPAN_ROLE && converted.equals(SpanRoles.OTHER);
    return source.precedence() * 2 + otherType + (vague ? VAGUE : 0);
  }

  /** The value of a canonical key, null when the span does not say. */
  @SuppressWarnings("unchecked") // Conversion and the type check above make it a T.
  <T> @Nullable T get(AttributeKey<T> key) {
    int slot = index.slot(key.getKey());
    return slot < 0 ? null : (T) values[slot];
  }

  /** Whether the span carries the canonical key itself: then it is not ours to change. */
  boolean isSettled(AttributeKey<?> key) {
    int slot = index.slot(key.getKey());
    return slot < 0 || settled[slot];
  }

  /** Sets or (null) clears a canonical key that the span does not carry. */
  <T> void set(AttributeKey<T> key, @Nullable T value) {
    int slot = index.slot(key.getKey());
    if (slot >= 0 && !settled[slot]) {
      values[slot] = value;
    }
  }

  /** The value to write for a slot, null when there is none or it is on the span already. */
  @Nullable Object toWrite(int slot) {
    return settled[slot] ? null : values[slot];
  }

  /** Names whose values have been read, or that said nothing. */
  Set<String> takenOver() {
    return takenOver;
  }
}
