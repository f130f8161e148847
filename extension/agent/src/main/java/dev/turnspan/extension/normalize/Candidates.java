/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.extension.normalize.AliasIndex.Source;
import dev.turnspan.extension.normalize.AliasIndex.Sources;
import dev.turnspan.semconv.AliasRank;
import dev.turnspan.semconv.SpanRoles;
import dev.turnspan.semconv.ValueRule;
import io.opentelemetry.api.common.AttributeKey;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What one span's attributes say, by canonical key: the best source of each. */
final class Candidates implements BiConsumer<AttributeKey<?>, Object> {

  // "other" says only that a convention had nothing better to say.
  private static final int VAGUE = 1 << 20;

  // The span carries the canonical key: nothing wins over that.
  private static final int SETTLED = Integer.MIN_VALUE;

  /** How the canonical keys of counts and costs begin. */
  static final String USAGE = "usage.";

  private final AliasIndex index;
  private final SpanSubject subject;
  private final @Nullable Object[] values;
  private final @Nullable Source[] winners;
  private final int[] precedence;
  private final @Nullable Set<String> takenOver;
  private boolean replacing;

  Candidates(AliasIndex index, SpanSubject subject) {
    this(index, subject, false);
  }

  /**
   * Looks at a span.
   *
   * @param noting whether to note which names have been taken over
   */
  Candidates(AliasIndex index, SpanSubject subject, boolean noting) {
    this.index = index;
    this.subject = subject;
    this.takenOver = noting ? new HashSet<>() : null;
    this.values = new @Nullable Object[index.slotCount()];
    this.winners = new @Nullable Source[index.slotCount()];
    this.precedence = new int[index.slotCount()];
    Arrays.fill(precedence, Integer.MAX_VALUE);
    subject.attributes().forEach(this);
  }

  @Override
  public void accept(AttributeKey<?> key, Object value) {
    Sources sources = index.sources(key.getKey());
    List<Source> aliases = sources.aliases();
    if (aliases.isEmpty()) {
      return;
    }
    Map<String, Object> members = members(sources, value);
    for (int i = 0; i < aliases.size(); i++) {
      Source source = aliases.get(i);
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
  private static Map<String, Object> members(Sources sources, Object value) {
    return sources.paths().isEmpty() || !(value instanceof String text)
        ? Map.of()
        : NestedTexts.read(text, sources.paths());
  }

  /** A canonical key of the right type stays as it is; one of another type is converted. */
  private void acceptCanonical(Source source, AttributeKey<?> key, Object value) {
    int slot = source.slot();
    AttributeKey<?> target = index.key(slot);
    if (target != null && target.getType() == key.getType()) {
      values[slot] = value;
      precedence[slot] = SETTLED;
      return;
    }
    Object converted = convert(source, key, value);
    if (precedence[slot] == SETTLED) {
      return;
    }
    if (converted == null) {
      // Unreadable: a second attribute of the same name would only add to the confusion.
      values[slot] = null;
      precedence[slot] = SETTLED;
    } else {
      values[slot] = converted;
      precedence[slot] = -1;
      replacing = true;
    }
  }

  private void acceptForeign(Source source, AttributeKey<?> key, Object value) {
    Object converted = convert(source, key, value);
    if (converted == null) {
      if (source.alias().rank() != AliasRank.BARE && SourceValues.isPlaceholder(value)) {
        note(key);
      }
      return;
    }
    // A general key has a meaning of its own, and the number of a step is not its whole id.
    if (source.alias().rank() != AliasRank.GENERAL && !StepIds.isPart(source.rule())) {
      note(key);
    }
    offer(source, key, converted);
  }

  private void note(AttributeKey<?> key) {
    if (takenOver != null) {
      takenOver.add(key.getKey());
    }
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
    if (rank < precedence[slot]) {
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
    int slot = index.slot(key);
    return slot < 0 ? null : (T) values[slot];
  }

  /** The source key that a value came from, null where the span carries the canonical key. */
  @Nullable String sourceKey(AttributeKey<?> key) {
    int slot = index.slot(key);
    Source winner = slot < 0 || precedence[slot] == SETTLED ? null : winners[slot];
    return winner == null ? null : winner.alias().sourceKey();
  }

  /** Whether the span carries the canonical key itself: then it is not ours to change. */
  boolean isSettled(AttributeKey<?> key) {
    int slot = index.slot(key);
    return slot < 0 || precedence[slot] == SETTLED;
  }

  /** Sets or (null) clears a canonical key that the span does not carry. */
  <T> void set(AttributeKey<T> key, @Nullable T value) {
    int slot = index.slot(key);
    if (slot >= 0 && precedence[slot] != SETTLED) {
      values[slot] = value;
    }
  }

  /** Clears every count and cost that the span does not carry under our name. */
  void clearUsage() {
    for (int slot = 0; slot < values.length; slot++) {
      AttributeKey<?> key = index.key(slot);
      if (precedence[slot] != SETTLED && key != null && key.getKey().startsWith(USAGE)) {
        values[slot] = null;
      }
    }
  }

  /** The value to write for a slot, null when there is none or it is on the span already. */
  @Nullable Object toWrite(int slot) {
    return precedence[slot] == SETTLED ? null : values[slot];
  }

  /** Whether a canonical key that the span carries with another type gives way to ours. */
  boolean isReplacing() {
    return replacing;
  }

  /** Whether a name's value has been read, or said nothing; false unless that is noted. */
  boolean isTakenOver(String name) {
    return takenOver != null && takenOver.contains(name);
  }

  SpanSubject subject() {
    return subject;
  }
}
