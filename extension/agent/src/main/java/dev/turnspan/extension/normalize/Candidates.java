/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.extension.normalize.AliasIndex.Source;
import dev.turnspan.semconv.AliasRank;
import dev.turnspan.semconv.SpanRoles;
import dev.turnspan.semconv.ValueRule;
import io.opentelemetry.api.common.AttributeKey;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What one span's attributes say, by canonical key: the best source of each. */
final class Candidates implements BiConsumer<AttributeKey<?>, Object> {

  // "other" says only that a convention had nothing better to say.
  private static final int VAGUE = 1 << 20;

  /** How the canonical keys of counts and costs begin. */
  static final String USAGE = "usage.";

  private final AliasIndex index;
  private final SpanSubject subject;
  private final @Nullable Object[] values;
  private final @Nullable Source[] winners;
  private final int[] precedence;
  private final boolean[] settled;
  private final Set<String> takenOver = new HashSet<>();

  Candidates(AliasIndex index, SpanSubject subject) {
    this.index = index;
    this.subject = subject;
    this.values = new @Nullable Object[index.slotCount()];
    this.winners = new @Nullable Source[index.slotCount()];
    this.precedence = new int[index.slotCount()];
    this.settled = new boolean[index.slotCount()];
    Arrays.fill(precedence, Integer.MAX_VALUE);
    subject.attributes().forEach(this);
  }

  @Override
  public void accept(AttributeKey<?> key, Object value) {
    List<Source> sources = index.sources(key.getKey());
    Map<String, Object> members = members(sources, value);
    for (Source source : sources) {
      String path = source.alias().path();
      if (source.isCanonical()) {
        acceptCanonical(source, key, value);
      } else if (path != null) {
        acceptMember(source, key, members.get(path));
      } else if (subject.meets(source.alias().conditions())) {
        acceptForeign(source, key, value);
      }
    }
  }

  /** What the table wants of an object's text; empty for everything else. */
  private static Map<String, Object> members(List<Source> sources, Object value) {
    if (!(value instanceof String text) || sources.isEmpty()) {
      return Map.of();
    }
    List<String> paths =
        sources.stream().map(source -> source.alias().path()).filter(Objects::nonNull).toList();
    return paths.isEmpty() ? Map.of() : NestedTexts.read(text, paths);
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
    Object converted = convert(source, key, value);
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
    Object converted = convert(source, key, value);
    if (converted == null) {
      if (source.alias().rank() != AliasRank.BARE && SourceValues.isPlaceholder(value)) {
        takenOver.add(key.getKey());
      }
      return;
    }
    // A general key has a meaning of its own, and the number of a step is not its whole id.
    if (source.alias().rank() != AliasRank.GENERAL && !StepIds.isPart(source.rule())) {
      takenOver.add(key.getKey());
    }
    offer(source, key, converted);
  }

  /** An object holds more than what is read of it, so its text is never taken over. */
  private void acceptMember(Source source, AttributeKey<?> key, @Nullable Object member) {
    Object converted = member == null ? null : convert(source, key, member);
    if (converted != null) {
      offer(source, key, converted);
    }
  }

  private @Nullable Object convert(Source source, AttributeKey<?> key, Object value) {
    return source.rule() == ValueRule.TIMESTAMP
        ? SourceValues.sinceStart(value, subject)
        : SourceValues.read(source.rule(), key.getKey(), value);
  }

  private void offer(Source source, AttributeKey<?> key, Object converted) {
    int slot = source.slot();
    int rank = rank(source, key, converted);
    if (!settled[slot] && rank < precedence[slot]) {
      values[slot] = converted;
      winners[slot] = source;
      precedence[slot] = rank;
    }
  }

  private int rank(Source source, AttributeKey<?> key, Object converted) {
    AttributeKey<?> target = index.key(source.slot());
    // Up to SDK 1.64 a span can carry one name with two types.
    int otherType = target != null && target.getType() == key.getType() ? 0 : 1;
    boolean vague = source.rule() == ValueRule.SPAN_ROLE && converted.equals(SpanRoles.OTHER);
    return source.precedence() * 2 + otherType + (vague ? VAGUE : 0);
  }

  /** The value of a canonical key, null when the span does not say. */
  @SuppressWarnings("unchecked") // Conversion and the type check above make it a T.
  <T> @Nullable T get(AttributeKey<T> key) {
    int slot = index.slot(key.getKey());
    return slot < 0 ? null : (T) values[slot];
  }

  /** The source key that a value came from, null where the span carries the canonical key. */
  @Nullable String sourceKey(AttributeKey<?> key) {
    int slot = index.slot(key.getKey());
    Source winner = slot < 0 || settled[slot] ? null : winners[slot];
    return winner == null ? null : winner.alias().sourceKey();
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

  /** Clears every count and cost that the span does not carry under our name. */
  void clearUsage() {
    for (int slot = 0; slot < values.length; slot++) {
      AttributeKey<?> key = index.key(slot);
      if (!settled[slot] && key != null && key.getKey().startsWith(USAGE)) {
        values[slot] = null;
      }
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

  SpanSubject subject() {
    return subject;
  }
}
