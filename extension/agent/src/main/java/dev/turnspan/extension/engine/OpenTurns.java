/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.extension.engine.LocalRoots.LocalRoot;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which turn a call belongs to, and all turns that are open, so that none is forgotten. */
final class OpenTurns {

  private static final String BAGGAGE_CONVERSATION = "conversation.id";

  private final Recorder recorder;
  private final LocalRoots localRoots;
  private final long idleNanos;
  private final Set<OpenTurn> waiting = ConcurrentHashMap.newKeySet();
  private final Map<SpanContext, OpenTurn> inferred = new ConcurrentHashMap<>();

  OpenTurns(Recorder recorder, LocalRoots localRoots, EngineSettings settings) {
    this.recorder = recorder;
    this.localRoots = localRoots;
    this.idleNanos = settings.turnIdleTimeout().toNanos();
  }

  /** The turn that the context says it is in; null if it says none. */
  @Nullable OpenTurn in(Context context) {
    OpenTurn open = context.get(OpenTurn.KEY);
    if (open != null && !open.isEnded()) {
      return open;
    }
    FrameworkTurn unit = context.get(FrameworkTurn.KEY);
    return unit == null ? null : unit.open();
  }

  /**
   * A turn that does not depend on a server span.
   *
   * @param conversation the conversation that its opener knows, or null
   * @param source where the opener knows it from
   */
  OpenTurn open(
      Context parent, long startEpochNanos, @Nullable String conversation, String source) {
    OpenTurn turn =
        new OpenTurn(
            recorder, RemoteTurn.honoured(parent, localRoots), startEpochNanos, this::forget);
    turn.conversation(conversation, source);
    turn.conversation(Baggage.fromContext(parent).getEntryValue(BAGGAGE_CONVERSATION), "baggage");
    return turn;
  }

  /**
   * The turn of the server span by which the process was entered; null if there is none. It starts
   * when the server span did.
   */
  @Nullable OpenTurn inferred(Context caller) {
    LocalRoot root = localRoots.find(caller);
    return root == null ? null : inferred(caller, root);
  }

  /** The turn that the caller is in, also if that is known by the server span; opens none. */
  @Nullable OpenTurn around(Context caller) {
    OpenTurn open = in(caller);
    if (open != null || inferred.isEmpty()) {
      return open;
    }
    LocalRoot root = localRoots.find(caller);
    OpenTurn turn = root == null ? null : inferred.get(root.span().getSpanContext());
    return turn == null || turn.isEnded() ? null : turn;
  }

  /** A turn whose end may never be told is given up when it has been idle for too long. */
  void await(OpenTurn turn) {
    waiting.add(turn);
    if (turn.isEnded()) {
      waiting.remove(turn);
    }
  }

  private void forget(OpenTurn turn) {
    // Asking for a hash code costs a monitor that is held its light weight: only if need be.
    if (!waiting.isEmpty()) {
      waiting.remove(turn);
    }
  }

  private OpenTurn inferred(Context caller, LocalRoot root) {
    SpanContext key = root.span().getSpanContext();
    return inferred.compute(
        key,
        (span, known) -> {
          if (known != null && !known.isEnded()) {
            return known;
          }
          Context parent = caller.with(root.span());
          OpenTurn turn =
              new OpenTurn(
                  recorder,
                  parent,
                  root.startEpochNanos(),
                  ended -> {
                    waiting.remove(ended);
                    inferred.remove(key, ended);
                  });
          turn.conversation(
              Baggage.fromContext(caller).getEntryValue(BAGGAGE_CONVERSATION), "baggage");
          waiting.add(turn);
          return turn;
        });
  }

  /** The server span ended: what is still open below it ends the turn. */
  void localRootEnded(Span root) {
    if (inferred.isEmpty()) {
      return;
    }
    OpenTurn turn = inferred.get(root.getSpanContext());
    if (turn != null) {
      turn.close(Outcome.COMPLETED);
    }
  }

  /**
   * Gives up turns that wait for something that does not come: the end of a server span that was
   * not sampled, say.
   */
  void sweep() {
    long limit = recorder.clock().nanoTime() - idleNanos;
    for (OpenTurn turn : waiting) {
      turn.closeIfIdleSince(limit);
    }
  }
}
