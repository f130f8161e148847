/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static dev.turnspan.extension.engine.Recorder.put;

import dev.turnspan.semconv.SpanNames;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One model round trip with its retries and the tools it asked for. Guarded by the turn's monitor.
 */
final class OpenStep implements RequestOwner {

  private final OpenTurn turn;
  private final int index;
  private final String id;
  private final Span span;
  private final Context context;
  private final long startNanos;
  private Usage usage = Usage.NONE;
  private @Nullable ProviderRequest last;
  private Outcome lastOutcome = Outcome.COMPLETED;
  private long lastEndNanos;
  private boolean callDone;
  private long passedByNanos = StreamProgress.UNSET;
  private volatile long ttftMs = -1;
  private final ToolTime toolTime = new ToolTime();

  OpenStep(OpenTurn turn, int index, long startNanos) {
    this.turn = turn;
    this.index = index;
    this.id = turn.origin().stepId(index);
    this.startNanos = startNanos;
    this.span =
        turn.recorder()
            .start(
                SpanNames.STEP,
                SpanKind.INTERNAL,
                turn.context(),
                turn.clock().epochNanos(startNanos));
    this.context = turn.context().with(span);
    turn.writeIdentity(span, SpanNames.STEP);
    span.setAttribute(TurnspanAttributes.STEP_ID, id);
  }

  OpenTurn turn() {
    return turn;
  }

  String id() {
    return id;
  }

  @Override
  public Object monitor() {
    return turn;
  }

  @Override
  public Recorder recorder() {
    return turn.recorder();
  }

  @Override
  public AnchoredClock clock() {
    return turn.clock();
  }

  @Override
  public long startNanos() {
    return startNanos;
  }

  @Override
  public Context context() {
    return context;
  }

  @Override
  public Context within(Context caller) {
    return caller.with(OpenTurn.KEY, turn);
  }

  @Override
  public void writeIdentity(Span request) {
    turn.writeIdentity(request, SpanNames.PROVIDER_REQUEST);
    request.setAttribute(TurnspanAttributes.STEP_ID, id);
  }

  @Override
  public void writeConversation(Span request) {
    turn.writeConversation(request);
  }

  @Override
  public void conversation(@Nullable String conversation, String source) {
    turn.conversation(conversation, source);
  }

  @Override
  public @Nullable String conversationId() {
    return turn.conversationId();
  }

  ToolTime toolTime() {
    return toolTime;
  }

  /** When the answer that asked for the tools was complete. */
  long answeredNanos() {
    return callDone ? lastEndNanos : StreamProgress.UNSET;
  }

  boolean isAnswered() {
    return callDone;
  }

  /** A step's time to first token counts from its first attempt: that is what a user waited. */
  @Override
  public void firstToken(ProviderRequest request, long now) {
    ttftMs = Recorder.millis(startNanos, now);
    request.addTtftEvent(span, ttftMs, now);
  }

  @Override
  public void requestEnded(ProviderRequest request, Outcome outcome, long endNanos) {
    last = request;
    lastOutcome = outcome;
    lastEndNanos = endNanos;
    usage = usage.plus(request.answer().usage());
    turn.requestEnded(sums -> sums.request(request), endNanos);
  }

  @Override
  public void callEnded(Outcome how) {
    turn.callDone(this, how);
  }

  /**
   * The round trip is over; unless tools are to come the step is, too.
   *
   * @return the tool calls that are to come, as far as their results could be recognised
   */
  List<ToolCall> callDone() {
    callDone = true;
    if (requestedTools() == 0 || lastOutcome.reason() != null) {
      turn.close(this);
    }
    ProviderRequest request = last;
    return request == null || lastOutcome.reason() != null
        ? List.of()
        : request.answer().toolCalls();
  }

  private int requestedTools() {
    return last == null ? 0 : last.answer().requestedTools();
  }

  /** Whether nothing below this step is under way. */
  boolean isIdle() {
    return callDone && toolTime.isIdle();
  }

  /** The turn goes on with another step, while the results of this one's tools may still come. */
  void passedBy(long now) {
    if (passedByNanos == StreamProgress.UNSET) {
      passedByNanos = now;
    }
  }

  /** Up to when its tools may have run if their results never come: until the turn went on. */
  long endWithoutResults(long now) {
    return passedByNanos == StreamProgress.UNSET ? now : passedByNanos;
  }

  /** Called by the turn, once. Tools that nobody watched ran until now. */
  void end(long nowNanos) {
    boolean allSeen = toolTime.count() >= requestedTools() || lastOutcome.reason() != null;
    long endNanos = allSeen ? Math.max(lastEndNanos, toolTime.lastEndNanos()) : nowNanos;
    ProviderRequest request = last;
    if (request == null) {
      Recorder.end(span, Outcome.ABORTED, turn.clock().epochNanos(nowNanos));
      return;
    }
    String finishReason = request.finishReason(lastOutcome);
    long totalMs = Recorder.millis(startNanos, lastEndNanos);
    if (span.isRecording()) {
      write(request, finishReason);
    }
    Recorder.end(span, lastOutcome, turn.clock().epochNanos(endNanos));
    turn.stepEnded(
        new StepFigures(
            index, usage, ttftMs, totalMs, toolTime.millis(), finishReason, lastOutcome));
  }

  private void write(ProviderRequest request, @Nullable String finishReason) {
    turn.writeConversation(span);
    String model = request.answer().model();
    model = model == null ? request.facts().model() : model;
    span.setAttribute(TurnspanAttributes.MODEL, model == null ? "unknown" : model);
    span.setAttribute(TurnspanAttributes.PROVIDER, request.facts().provider());
    put(span, TurnspanAttributes.FINISH_REASON, finishReason);
    SpanFigures.usage(span, usage);
    SpanFigures.timing(span, request, startNanos, lastEndNanos);
    put(span, TurnspanAttributes.TOOL_MS, toolTime.millis());
  }
}
