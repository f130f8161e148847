/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.Engine;
import dev.turnspan.bridge.NoopEngine;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.ToolRun;
import dev.turnspan.bridge.Turn;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows what is open and puts what begins in its place. All methods are borders: nothing of ours is
 * thrown through them.
 */
public final class TurnEngine implements Engine {

  private final Recorder recorder;
  private final OpenTurns turns;
  private final LocalRoots localRoots;
  private final Abandonment abandonment;
  private final ResponseChains chains = new ResponseChains();

  /** Weak keys: an entry is gone with the library's own object of the exchange. */
  private final Map<Object, ModelCall> exchanges = Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * Creates an engine.
   *
   * @param tracer writes the spans
   * @param localRoots knows the spans of others
   */
  public TurnEngine(Tracer tracer, LocalRoots localRoots, EngineSettings settings, Clock clock) {
    this.recorder = new Recorder(tracer, settings, clock);
    this.localRoots = localRoots;
    this.turns = new OpenTurns(recorder, localRoots, settings);
    this.abandonment = new Abandonment(turns::sweep);
  }

  @Override
  public Turn startTurn() {
    return Failures.guard(
        () -> {
          Context caller = CurrentContext.get();
          return turns.in(caller) == null
              ? new FrameworkTurn(
                  OwnContext.withoutRemains(caller), recorder.clock().epochNanos(), turns)
              : new NestedTurn(caller);
        },
        NoopEngine.TURN);
  }

  @Override
  public Turn currentTurn() {
    Turn unit = CurrentContext.get().get(FrameworkTurn.CURRENT);
    return unit == null ? NoopEngine.TURN : unit;
  }

  @Override
  public Call startCall(CallStart start) {
    return Failures.guard(() -> start(CurrentContext.get(), start), NoopEngine.CALL);
  }

  private Call start(Context caller, CallStart start) {
    RequestFacts facts = RequestFacts.of(start);
    ModelCall outer = caller.get(ModelCall.KEY);
    if (outer != null && outer.isSeenAs(facts.operation())) {
      return outer.join(facts);
    }
    localRoots.enclosesCall(Span.fromContext(caller));
    if (Lookup.is(facts.operation())) {
      return call(caller, Lookup.begin(recorder, caller, turns.around(caller)), facts);
    }
    OpenTurn turn = turns.in(caller);
    turn = turn == null ? turns.inferred(caller) : turn;
    OpenStep step = turn == null ? null : turn.openStep();
    if (turn == null || step == null) {
      return single(caller, facts, start);
    }
    abandonment.start();
    turn.conversation(start.conversationId(), "request");
    return call(caller, step, facts);
  }

  private Call call(Context caller, RequestOwner owner, RequestFacts facts) {
    return new ModelCall(caller, owner, facts, abandonment, chains);
  }

  /** A call that belongs to nothing else is a turn of its own. */
  private Call single(Context caller, RequestFacts facts, CallStart start) {
    OpenTurn turn = turns.open(caller, -1, start.conversationId(), "request");
    OpenStep step = turn.openStep();
    if (step == null) {
      return NoopEngine.CALL;
    }
    // Told to end now, it ends with its only call.
    turn.close(Outcome.COMPLETED);
    return call(caller, step, facts);
  }

  @Override
  public @Nullable Call currentCall(String operation) {
    ModelCall current = CurrentContext.get().get(ModelCall.KEY);
    return current != null && current.isOfKind(operation) ? current : null;
  }

  @Override
  public Call callFor(Object exchange) {
    return Failures.guard(
        () -> {
          ModelCall current = CurrentContext.get().get(ModelCall.KEY);
          if (current != null && current.isOpen()) {
            exchanges.put(exchange, current);
            return current;
          }
          ModelCall known = exchanges.get(exchange);
          return known == null ? NoopEngine.CALL : known;
        },
        NoopEngine.CALL);
  }

  @Override
  public ToolRun startTool(String name, @Nullable String callId) {
    return Failures.guard(() -> tool(CurrentContext.get(), name, callId), NoopEngine.TOOL_RUN);
  }

  private ToolRun tool(Context caller, String name, @Nullable String callId) {
    OpenTurn turn = turns.around(caller);
    if (turn == null) {
      return NoopEngine.TOOL_RUN;
    }
    String expected = callId == null ? ExpectedTools.take(caller, name) : null;
    String told = callId == null ? name : callId;
    OpenTool outer = caller.get(OpenTool.KEY);
    if (expected == null && outer != null && outer.includes(turn, told, callId != null)) {
      return NoopEngine.TOOL_RUN;
    }
    OpenStep step = turn.toolStarted();
    if (step == null) {
      return NoopEngine.TOOL_RUN;
    }
    return new OpenTool(caller, turn, step, told, name, callId == null ? expected : callId);
  }

  @Override
  public Scope expectTools(String[] names, @Nullable String[] ids) {
    return Failures.guard(
        () -> CurrentContext.enter(ExpectedTools.in(CurrentContext.get(), names, ids)), Scope.NONE);
  }

  /** A server or consumer span of this process ended. */
  public void localRootEnded(Span root) {
    Failures.guard(() -> turns.localRootEnded(root));
  }
}
