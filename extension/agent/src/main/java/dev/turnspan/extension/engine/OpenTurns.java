/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.bridge.CallStart;
import dev.turnspan.extension.engine.LocalRoots.LocalRoot;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which turn a call belongs to, and all turns that are open, so that none is forgotten. */
final class OpenTurns {

  private final Recorder recorder;
  private final long idleNanos;
  private final Set<OpenTurn> waiting = ConcurrentHashMap.newKeySet();
  private final ToolCallChains chains;
  private final ServerTurns serverTurns;
  private final InferredConversations inferredConversations;

  OpenTurns(Recorder recorder, LocalRoots localRoots, EngineSettings settings) {
    this.recorder = recorder;
    this.idleNanos = settings.turnIdleTimeout().toNanos();
    this.chains = new ToolCallChains(settings.waitingTurns());
    this.inferredConversations =
        new InferredConversations(settings.inferConversations(), settings.salt());
    this.serverTurns = new ServerTurns(localRoots);
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
   * A turn that somebody opens, and tells the end of.
   *
   * @param conversation the conversation that its opener knows, or null
   * @param source where the opener knows it from
   */
  OpenTurn open(
      Context parent, long startEpochNanos, @Nullable String conversation, String source) {
    OpenTurn turn =
        new OpenTurn(recorder, RemoteTurn.honoured(parent, serverTurns), startEpochNanos, this);
    turn.conversation(turn.origin().conversationId(), "remote");
    turn.conversation(conversation, source);
    ConversationSources.tell(turn, parent);
    return turn;
  }

  /**
   * The next step for a call; the first rule that applies tells to which turn it belongs.
   *
   * @param chain the conversation of the answers that the call follows, or null
   */
  OpenStep step(Context caller, CallStart start, @Nullable String chain) {
    OpenTurn turn = in(caller);
    OpenStep step = turn == null ? null : next(turn, start, chain);
    if (step == null) {
      closeSurplus();
      step = continued(caller, start, chain);
    }
    LocalRoot root = step == null ? serverTurns.root(caller) : null;
    while (step == null) {
      // A turn may end between being found and being asked; the next one is another.
      turn = root == null ? single(caller, start) : below(root, caller, start);
      step = next(turn, start, chain);
    }
    inferredConversations.tell(step.turn(), start);
    return step;
  }

  /** With the next step the one before ends: what it does not know by then it never will. */
  private static @Nullable OpenStep next(OpenTurn turn, CallStart start, @Nullable String chain) {
    name(turn, start, chain);
    return turn.openStep(start.toolResults());
  }

  private static void name(OpenTurn turn, CallStart start, @Nullable String chain) {
    turn.conversation(start.conversationId(), "request");
    turn.conversation(chain, "chain");
  }

  /** The next step of the turn that waits for what the call brings; null if there is none. */
  private @Nullable OpenStep continued(Context caller, CallStart start, @Nullable String chain) {
    List<OpenTurn> turns =
        start.toolResults().isEmpty() ? List.of() : chains.waitingFor(start.toolResults());
    String trace = Span.fromContext(caller).getSpanContext().getTraceId();
    OpenStep step = null;
    for (int i = 0; i < turns.size() && step == null; i++) {
      OpenTurn turn = turns.get(i);
      // Several may wait under the same id: then only what else they have in common tells.
      boolean same =
          turns.size() == 1
              || Span.fromContext(turn.context()).getSpanContext().getTraceId().equals(trace);
      if (same && turn.admits(start.conversationId())) {
        name(turn, start, chain);
        step = turn.continueWith(start.toolResults());
      }
    }
    LocalRoot root = step == null ? null : serverTurns.root(caller);
    if (step != null && root != null) {
      serverTurns.adopt(root, step.turn());
    }
    return step;
  }

  /** The turn of the server span by which the process was entered. */
  private OpenTurn below(LocalRoot root, Context caller, CallStart start) {
    OpenTurn turn =
        serverTurns.of(
            root,
            start.conversationId(),
            startEpochNanos ->
                open(caller.with(root.span()), startEpochNanos, start.conversationId(), "request"));
    await(turn);
    return turn;
  }

  /** A call that belongs to nothing else is a turn of its own. */
  private OpenTurn single(Context caller, CallStart start) {
    OpenTurn turn = open(caller, -1, start.conversationId(), "request");
    turn.chain();
    return turn;
  }

  /** The turn that the caller is in, also if that is known by the server span; opens none. */
  @Nullable OpenTurn around(Context caller) {
    OpenTurn open = in(caller);
    return open == null ? serverTurns.find(caller) : open;
  }

  /** A turn whose end may never be told is given up when it has been idle for too long. */
  void await(OpenTurn turn) {
    waiting.add(turn);
    if (turn.isEnded()) {
      waiting.remove(turn);
    }
  }

  /** A turn waits for the results of these tool calls; called by the turn under its monitor. */
  void waits(OpenTurn turn, Set<String> keys) {
    chains.waits(turn, keys);
  }

  /** A turn has ended; called by the turn under its monitor. */
  void ended(OpenTurn turn, List<SpanContext> holders) {
    chains.waits(turn, Set.of());
    for (SpanContext holder : holders) {
      serverTurns.forget(holder, turn);
    }
    // Asking for a hash code costs a monitor that is held its light weight: only if need be.
    if (!waiting.isEmpty()) {
      waiting.remove(turn);
    }
  }

  /** The server span ended: what is still open below it ends the turn. */
  void localRootEnded(Span root) {
    serverTurns.ended(root);
  }

  private void closeSurplus() {
    OpenTurn oldest = chains.surplus();
    while (oldest != null) {
      oldest.abandon();
      OpenTurn next = chains.surplus();
      oldest = next == oldest ? null : next;
    }
  }

  /**
   * Gives up turns that wait for something that does not come: the end of a server span that was
   * not sampled, say.
   */
  void sweep() {
    long now = recorder.clock().nanoTime();
    for (OpenTurn turn : chains.all()) {
      turn.closeIfIdle(now, idleNanos);
    }
    for (OpenTurn turn : waiting) {
      turn.closeIfIdle(now, idleNanos);
    }
  }

  /** Nothing will come any more: what waits for results is given up. */
  void close() {
    for (OpenTurn turn : chains.all()) {
      turn.abandon();
    }
  }

  /** How many entries are kept for turns that are open. */
  int size() {
    return waiting.size() + chains.size() + serverTurns.size();
  }
}
