/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.semconv.SpanNames;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An embedding or retrieval call. It counts in the turn that it is made in, if there is one, but is
 * no round trip of it: it opens neither turn nor step, and its span stays where the caller was.
 */
final class Lookup implements RequestOwner {

  private static final Set<String> OPERATIONS = Set.of("embeddings", "retrieval");

  private final Recorder recorder;
  private final @Nullable OpenTurn turn;
  private final AnchoredClock clock;
  private final long startNanos;
  private final Context parent;

  private Lookup(Recorder recorder, Context parent, @Nullable OpenTurn turn) {
    this.recorder = recorder;
    this.turn = turn;
    this.clock = turn == null ? new AnchoredClock(recorder.clock()) : turn.clock();
    this.startNanos = clock.now();
    this.parent = parent;
  }

  /** Whether a call of this kind is one. */
  static boolean is(String operation) {
    return OPERATIONS.contains(operation);
  }

  /**
   * Begins one.
   *
   * @param open the turn that the caller is in, or null
   */
  static Lookup begin(Recorder recorder, Context caller, @Nullable OpenTurn open) {
    OpenTurn turn = open != null && open.lookupStarted() ? open : null;
    // A unit that opens its turn only now has not made it current for its caller.
    boolean outside = turn != null && caller.get(OpenTurn.KEY) != turn;
    return new Lookup(recorder, outside && turn != null ? turn.context() : caller, turn);
  }

  @Override
  public Object monitor() {
    return turn == null ? this : turn;
  }

  @Override
  public Recorder recorder() {
    return recorder;
  }

  @Override
  public AnchoredClock clock() {
    return clock;
  }

  @Override
  public long startNanos() {
    return startNanos;
  }

  @Override
  public Context context() {
    return parent;
  }

  @Override
  public Context within(Context caller) {
    return turn == null ? caller : caller.with(OpenTurn.KEY, turn);
  }

  @Override
  public void writeIdentity(Span request) {
    if (turn == null) {
      request.setAttribute(TurnspanAttributes.SPAN_ROLE, SpanNames.PROVIDER_REQUEST);
    } else {
      turn.writeIdentity(request, SpanNames.PROVIDER_REQUEST);
    }
  }

  @Override
  public void writeConversation(Span request) {
    if (turn != null) {
      turn.writeConversation(request);
    }
  }

  @Override
  public void conversation(@Nullable String id, String source) {
    if (turn != null) {
      turn.conversation(id, source);
    }
  }

  @Override
  public @Nullable String conversationId() {
    return turn == null ? null : turn.conversationId();
  }

  @Override
  public void firstToken(ProviderRequest request, long now) {
    // No step to tell.
  }

  @Override
  public void requestEnded(ProviderRequest request, Outcome outcome, long endNanos) {
    if (turn != null) {
      turn.requestEnded(sums -> sums.lookup(request), endNanos);
    }
  }

  @Override
  public void callEnded(Outcome how) {
    if (turn != null) {
      turn.lookupDone();
    }
  }
}
