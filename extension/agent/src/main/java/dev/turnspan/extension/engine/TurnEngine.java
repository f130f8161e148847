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
    this.abandonment = new Abandonment(this::sweep);
  }

  @Override
  public Turn startTurn() {
    return startUnit(/* byFramework= */ true);
  }

  @Override
  public Turn startMethodTurn() {
    return startUnit(/* byFramework= */ false);
  }

  private Turn startUnit(boolean byFramework) {
    return Failures.guard(
        () -> {
          Context caller = CurrentContext.get();
          return turns.in(caller) == null
              ? new FrameworkTurn(
                  OwnContext.withoutRemains(caller),
                  recorder.clock().epochNanos(),
                  turns,
                  byFramework)
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
    if (outer != null && outer.isOpen() && outer.isOfKind(facts.operation())) {
      return outer.join(facts);
    }
    localRoots.enclosesCall(Span.fromContext(caller));
    if (Lookup.is(facts.operation())) {
      return call(caller, Lookup.begin(recorder, caller, turns.around(caller)), facts);
    }
    abandonment.start();
    return call(caller, turns.step(caller, start, chains.conversationAfter(start)), facts);
  }

  private Call call(Context caller, RequestOwner owner, RequestFacts facts) {
    return new ModelCall(caller, owner, facts, abandonment, chains);
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
            abandonment.start();
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
    String known = callId == null ? expected : callId;
    OpenStep step = turn.toolStarted(name, known);
    return step == null ? NoopEngine.TOOL_RUN : new OpenTool(caller, turn, step, told, name, known);
  }

  @Override
  public Scope expectTools(String[] names, @Nullable String[] ids) {
    return Failures.guard(
        () -> CurrentContext.enter(ExpectedTools.in(CurrentContext.get(), names, ids)), Scope.NONE);
  }

  /** Gives up what has been idle for too long. */
  void sweep() {
    turns.sweep();
    // Such a map lets go of the values of lost keys when it is next used, which may be never: an
    // undeployed application would wait for another one's call.
    exchanges.remove(this);
  }

  /** How many entries are kept for turns that are open. */
  int openEntries() {
    return turns.size();
  }

  /** The process comes to its end. */
  public void close() {
    Failures.guard(turns::close);
  }

  /**
   * The turn that a request which leaves the process in this context is part of; null if there is
   * none, or if the request is a model call, whoever answers it.
   */
  public @Nullable TurnReference turnOfRequest(Context context) {
    OpenTurn turn = context.get(ModelCall.KEY) == null ? turns.around(context) : null;
    return turn == null ? null : turn.origin().reference(turn.stepCount(), turn.conversationId());
  }

  /** A server or consumer span of this process ended. */
  public void localRootEnded(Span root) {
    Failures.guard(() -> turns.localRootEnded(root));
  }
}
