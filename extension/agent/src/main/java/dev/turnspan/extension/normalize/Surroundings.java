/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.extension.normalize.Ancestry.Parent;
import dev.turnspan.semconv.SpanRoles;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the spans around a foreign one.
 *
 * @param account what of ours it may be a second account of
 * @param parent the spans that were open around it, null if unknown
 * @param tree the spans that ended, null if nobody watched
 * @param node the span in the tree, null if nobody watched
 */
record Surroundings(
    Account account, @Nullable Parent parent, @Nullable CallTree tree, @Nullable EndedSpan node) {

  /** Nothing is known. */
  static final Surroundings UNKNOWN = new Surroundings(Account.NONE, null, null, null);

  // Deeper nesting is a loop in all but name.
  private static final int MAX_DEPTH = 64;

  /** Whether the span was looked at when it ended: then it is a foreign one about a model. */
  boolean isWatched() {
    return node != null;
  }

  /** What the span is in the tree, by what it says of itself. */
  Standing judge(SpanData span, EndedSpan.Facts facts) {
    return tree == null || node == null ? Standing.RECORD : tree.judge(node, span, facts);
  }

  /** Whether the span is inside a turn: one of ours, or what another convention calls one. */
  boolean isInTurn() {
    Parent around = parent;
    for (int depth = 0; around != null && depth < MAX_DEPTH; depth++) {
      if (isTurn(around.span())) {
        return true;
      }
      around = around.around();
    }
    return false;
  }

  private static boolean isTurn(ReadableSpan span) {
    String scope = span.getInstrumentationScopeInfo().getName();
    if (Normalizer.isOwn(scope)) {
      // All that we write is in a turn.
      return true;
    }
    SpanSubject subject = SpanSubject.of(span);
    return Normalizer.isForeign(scope, subject.attributes())
        && Roles.of(new Candidates(Normalizer.INDEX, subject)).equals(SpanRoles.TURN);
  }
}
