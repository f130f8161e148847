/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.extension.engine.LocalRoots.LocalRoot;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The turns of the server and consumer spans by which the process was entered: one for each, or one
 * for each conversation in it. No lock of a turn that others know is taken under the map's own.
 */
final class ServerTurns {

  private final LocalRoots localRoots;
  private final Map<SpanContext, List<OpenTurn>> turns = new ConcurrentHashMap<>();

  ServerTurns(LocalRoots localRoots) {
    this.localRoots = localRoots;
  }

  /** The server span that the caller is below; null if there is none. */
  @Nullable LocalRoot root(Context caller) {
    return localRoots.find(caller);
  }

  /** The open turn that the caller is in; null if there is none. */
  @Nullable OpenTurn find(Context caller) {
    LocalRoot root = turns.isEmpty() ? null : localRoots.find(caller);
    List<OpenTurn> known = root == null ? null : turns.get(root.span().getSpanContext());
    return known == null ? null : member(known, null);
  }

  /**
   * The turn of a call, opened if need be.
   *
   * @param conversation that the call names, or null
   * @param opening opens a turn that starts at the given time, -1 for now
   */
  OpenTurn of(LocalRoot root, @Nullable String conversation, LongFunction<OpenTurn> opening) {
    OpenTurn[] found = new OpenTurn[1];
    SpanContext key = root.span().getSpanContext();
    turns.compute(
        key,
        (span, known) -> {
          List<OpenTurn> all = known == null ? new CopyOnWriteArrayList<>() : known;
          OpenTurn turn = member(all, conversation);
          if (turn == null) {
            // What was prepared before was for the first one.
            turn = opening.apply(all.isEmpty() ? root.startEpochNanos() : -1);
            turn.hold(key, root.startEpochNanos() >= 0);
            all.add(turn);
          }
          found[0] = turn;
          return all;
        });
    return found[0];
  }

  /** A turn goes on below this server span; what else happens there is part of it. */
  void adopt(LocalRoot root, OpenTurn turn) {
    SpanContext key = root.span().getSpanContext();
    if (turn.hold(key, root.startEpochNanos() >= 0)) {
      turns.computeIfAbsent(key, span -> new CopyOnWriteArrayList<>()).add(turn);
      if (turn.isEnded()) {
        forget(key, turn);
      }
    }
  }

  private static @Nullable OpenTurn member(List<OpenTurn> turns, @Nullable String conversation) {
    for (int i = turns.size() - 1; i >= 0; i--) {
      OpenTurn turn = turns.get(i);
      if (!turn.isEnded() && turn.admits(conversation)) {
        return turn;
      }
    }
    return null;
  }

  /** A server span ended: what is open below it ends its turns. */
  void ended(Span root) {
    List<OpenTurn> known = turns.isEmpty() ? null : turns.remove(root.getSpanContext());
    if (known != null) {
      for (OpenTurn turn : known) {
        turn.release(root.getSpanContext());
      }
    }
  }

  /** A turn that was held by this server span ended. */
  void forget(SpanContext root, OpenTurn turn) {
    turns.computeIfPresent(
        root,
        (span, all) -> {
          all.remove(turn);
          return all.isEmpty() ? null : all;
        });
  }

  int size() {
    return turns.size();
  }
}
