/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static dev.turnspan.extension.engine.Recorder.put;

import dev.turnspan.semconv.GenAiAttributes;
import dev.turnspan.semconv.SpanNames;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The span of a tool call, whether its run was seen or is concluded from what came after it. */
final class ToolSpan {

  /** Starts one. */
  static Span start(
      OpenTurn turn, OpenStep step, String name, @Nullable String callId, long startNanos) {
    Span span =
        turn.recorder()
            .start(
                SpanNames.TOOL_CALL,
                SpanKind.INTERNAL,
                step.context(),
                turn.clock().epochNanos(startNanos));
    if (span.isRecording()) {
      turn.writeIdentity(span, SpanNames.TOOL_CALL);
      span.setAttribute(TurnspanAttributes.STEP_ID, step.id());
      span.setAttribute(TurnspanAttributes.TOOL_NAME, name);
      put(span, TurnspanAttributes.TOOL_CALL_ID, callId);
      if (turn.recorder().mirrors()) {
        span.setAttribute(GenAiAttributes.OPERATION_NAME, "execute_tool");
        span.setAttribute(GenAiAttributes.TOOL_NAME, name);
        put(span, GenAiAttributes.TOOL_CALL_ID, callId);
      }
    }
    return span;
  }

  static void end(OpenTurn turn, Span span, Outcome outcome, long endNanos) {
    turn.writeConversation(span);
    span.setAttribute(TurnspanAttributes.IS_ERROR, outcome.isError());
    Recorder.end(span, outcome, turn.clock().epochNanos(endNanos));
  }

  /**
   * Tools that nobody saw run, but a request brings their results: they ran between the answer that
   * asked for them and this request.
   *
   * @return how many there were
   */
  static int infer(OpenTurn turn, List<AskedTools.Brought> results, long now) {
    int count = 0;
    for (AskedTools.Brought brought : results) {
      OpenStep step = brought.step();
      ToolCall call = brought.call();
      if (step.toolTime().saw(call)) {
        continue;
      }
      String name = call.name() == null ? "unknown" : call.name();
      Span span = start(turn, step, name, call.id(), step.answeredNanos());
      span.setAttribute(TurnspanAttributes.INFERRED, true);
      put(span, TurnspanAttributes.CONTENT_LENGTH, brought.result().contentLength());
      end(turn, span, brought.result().error() ? Outcome.TOOL_ERROR : Outcome.COMPLETED, now);
      step.toolTime().inferred(step.answeredNanos(), now);
      count++;
    }
    return count;
  }

  private ToolSpan() {}
}
