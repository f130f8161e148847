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

  /** What runs in a context, as its hook told it: the id of the tool call, or the name. */
  static final ContextKey<String> KEY = ContextKey.named("turnspan-tool");

  private final OpenTurn turn;
  private final OpenStep step;
  private final Span span;
  private final Context context;
  private final AtomicBoolean ended = new AtomicBoolean();

  OpenTool(Context caller, OpenTurn turn, OpenStep step, String name, @Nullable String callId) {
    this.turn = turn;
    this.step = step;
    long now = turn.clock().now();
    this.span =
        turn.recorder()
            .tracer()
            .spanBuilder(SpanNames.TOOL_CALL)
            .setParent(step.context())
            .setStartTimestamp(turn.clock().epochNanos(now), TimeUnit.NANOSECONDS)
            .startSpan();
    this.context = caller.with(span).with(OpenTurn.KEY, turn);
    if (span.isRecording()) {
      write(name, callId, Recorder.millis(step.answeredNanos(), now));
    }
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

  @Override
  public Scope enter() {
    return Failures.guard(() -> ModelCall.current(context), Scope.NONE);
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
