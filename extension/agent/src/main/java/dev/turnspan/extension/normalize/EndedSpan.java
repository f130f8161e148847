/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.semconv.SpanRoles;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A span that has ended, with those that ended inside it: what is needed to count a call once. What
 * it is about is known once it has been exported, which is before one that ended later is: one that
 * an exporter's queue dropped tells of nothing, and leaves its call to those around it.
 */
final class EndedSpan {

  /**
   * What a span turned out to be.
   *
   * @param scope of its producer
   * @param role by its convention, whether or not it counts
   * @param responseId of the answer, null where the span does not say
   * @param usage whether it tells of tokens
   * @param counts whether it is the record of what it is about
   */
  record Facts(
      String scope, String role, @Nullable String responseId, boolean usage, boolean counts) {

    /** The same, counted elsewhere or not. */
    Facts counting(boolean isRecord) {
      return new Facts(scope, role, responseId, usage, isRecord);
    }

    boolean isOwn() {
      return Normalizer.isOwn(scope);
    }

    boolean isCall() {
      return role.equals(SpanRoles.PROVIDER_REQUEST)
          || role.equals(SpanRoles.EMBEDDING)
          || role.equals(SpanRoles.RETRIEVAL);
    }

    /** Whether another span may be a second account of the call that this one is the record of. */
    boolean isRecordOf(Facts other) {
      boolean sameId =
          responseId == null || other.responseId == null || responseId.equals(other.responseId);
      // A record without tokens must not swallow the only ones there are.
      return counts && sameId && role.equals(other.role) && (isOwn() || usage || !other.usage);
    }
  }

  private final List<EndedSpan> inside;
  private volatile @Nullable Standing standing;
  private volatile @Nullable Facts facts;

  /**
   * A span.
   *
   * @param inside those that ended inside it; nobody changes the list any more
   * @param facts what is known of it, null as long as it has not been exported
   */
  EndedSpan(List<EndedSpan> inside, @Nullable Facts facts) {
    this.inside = inside;
    this.facts = facts;
  }

  /** Tells what the span is; those around it will ask. */
  void settle(Facts found, Standing judged) {
    standing = judged;
    facts = found;
  }

  /** How it stands to the others, null while nobody has asked. */
  @Nullable Standing standing() {
    return standing;
  }

  /** What it is; null as long as it has not been exported. */
  @Nullable Facts facts() {
    return facts;
  }

  /** Whether a call inside this span, but not one inside a tool's run, meets a condition. */
  boolean hasCall(Predicate<Facts> condition) {
    return has(condition, false);
  }

  /** Whether any call inside this span meets a condition. */
  boolean hasAnyCall(Predicate<Facts> condition) {
    return has(condition, true);
  }

  private boolean has(Predicate<Facts> condition, boolean throughTools) {
    for (EndedSpan span : inside) {
      Facts other = span.facts();
      boolean found = other != null && other.isCall() && condition.test(other);
      boolean tool = other != null && other.role().equals(SpanRoles.TOOL_CALL);
      if (found || ((throughTools || !tool) && span.has(condition, throughTools))) {
        return true;
      }
    }
    return false;
  }
}
