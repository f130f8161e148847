/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static dev.turnspan.extension.engine.Recorder.put;

import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.ToolRun;
import dev.turnspan.semconv.GenAiAttributes;
import dev.turnspan.semconv.SpanNames;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A tool that is running. */
final class OpenTool implements ToolRun {

  /** The tool that runs in a context. */
  static final ContextKey<OpenTool> KEY = ContextKey.named("turnspan-tool");

  private final OpenTurn turn;
  private final OpenStep step;
  private final String told;
  private final String id;
  private final Span span;
  private final Context caller;
  private final Context context;
  private final AtomicBoolean ended = new AtomicBoolean();

  /**
   * Starts a run.
   *
   * @param told what its hook knows it by: the id of the tool call, or the name
   * @param callId the id of the tool call, from wherever it is known; or null
   */
  OpenTool(
      Context caller,
      OpenTurn turn,
      OpenStep step,
      String told,
      String name,
      @Nullable String callId) {
    this.turn = turn;
    this.step = step;
    this.told = told;
    this.id = callId == null ? name : callId;
    this.caller = caller;
    long now = turn.clock().now();
    this.span =
        turn.recorder()
            .tracer()
            .spanBuilder(SpanNames.TOOL_CALL)
            .setParent(step.context())
            .setStartTimestamp(turn.clock().epochNanos(now), TimeUnit.NANOSECONDS)
            .startSpan();
    this.context = ExpectedTools.none(caller).with(span).with(OpenTurn.KEY, turn).with(KEY, this);
    if (span.isRecording()) {
      write(name, callId, Recorder.millis(step.answeredNanos(), now));
    }
  }

  /** The id of the tool call, or the tool's name where it has none. */
  String id() {
    return id;
  }

  private void write(String name, @Nullable String callId, long dispatchDelayMs) {
    turn.writeIdentity(span, SpanNames.TOOL_CALL);
    span.setAttribute(TurnspanAttributes.STEP_ID, step.id());
    span.setAttribute(TurnspanAttributes.TOOL_NAME, name);
    put(span, TurnspanAttributes.TOOL_CALL_ID, callId);
    put(span, TurnspanAttributes.DISPATCH_DELAY_MS, dispatchDelayMs);
    if (turn.recorder().mirrors()) {
      span.setAttribute(GenAiAttributes.OPERATION_NAME, "execute_tool");
      span.setAttribute(GenAiAttributes.TOOL_NAME, name);
      put(span, GenAiAttributes.TOOL_CALL_ID, callId);
    }
  }

  /**
   * Whether a run that starts within this one, and that no answer is known to have asked for, is no
   * run of its own: a framework may run a tool through two methods that call each other, and a tool
   * may have another one do its work.
   */
  boolean includes(OpenTurn inTurn, String toldInside, boolean idTold) {
    return told.equals(toldInside) || (!idTold && turn == inTurn && turn.isLatestWithTools(step));
  }

  @Override
  public Scope enter() {
    return Failures.guard(() -> CurrentContext.enter(context), Scope.NONE);
  }

  @Override
  public Scope callerContext() {
    return Failures.guard(() -> CurrentContext.enter(caller), Scope.NONE);
  }

  @Override
  public void end(long contentLength, boolean error) {
    Failures.guard(
        () -> {
          put(span, TurnspanAttributes.CONTENT_LENGTH, contentLength);
          finish(error ? new Outcome("error", "_OTHER", "tool error") : Outcome.COMPLETED);
        });
  }

  @Override
  public void fail(Throwable error) {
    Failures.guard(() -> finish(Outcome.failed(error, 0)));
  }

  private void finish(Outcome outcome) {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    long now = turn.clock().now();
    span.setAttribute(TurnspanAttributes.IS_ERROR, outcome.isError());
    Recorder.end(span, outcome, turn.clock().epochNanos(now));
    turn.toolEnded(step, now);
  }
}
