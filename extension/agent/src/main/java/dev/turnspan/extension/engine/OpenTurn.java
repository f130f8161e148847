/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static dev.turnspan.extension.engine.Recorder.put;

import dev.turnspan.semconv.GenAiAttributes;
import dev.turnspan.semconv.SpanNames;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A turn that is under way: its span, its open steps and the sums of those that are done. Its
 * monitor guards all that is below it. It ends when it was told to and nothing below it is open.
 */
final class OpenTurn {

  /** The turn of a context. */
  static final ContextKey<OpenTurn> KEY = ContextKey.named("turnspan-turn");

  private final Recorder recorder;
  private final AnchoredClock clock;
  private final TurnOrigin origin;
  private final Span span;
  private final Context context;
  private final Consumer<OpenTurn> onEnd;
  private final TurnSums sums = new TurnSums();
  private final List<OpenStep> steps = new ArrayList<>(1);
  private @Nullable String conversationId;
  private @Nullable String conversationSource;
  private int stepCount;
  private int activeCalls;
  private int activeTools;
  private long lastActivityNanos;
  private boolean detached;
  private boolean closing;
  private Outcome outcome = Outcome.COMPLETED;
  private volatile boolean ended;

  /**
   * Opens a turn.
   *
   * @param parent the context whose span becomes the turn's parent
   * @param startEpochNanos when it began; -1 for now
   * @param onEnd told when the turn has ended
   */
  OpenTurn(Recorder recorder, Context parent, long startEpochNanos, Consumer<OpenTurn> onEnd) {
    this.recorder = recorder;
    this.clock = new AnchoredClock(recorder.clock());
    this.onEnd = onEnd;
    long now = clock.now();
    this.lastActivityNanos = now;
    long start = startEpochNanos < 0 ? clock.epochNanos(now) : startEpochNanos;
    this.origin = TurnOrigin.in(parent);
    this.span = origin.startSpan(recorder, parent, start);
    this.context = (span.getSpanContext().isValid() ? parent.with(span) : parent).with(KEY, this);
    writeIdentity(span, SpanNames.TURN);
    conversation(origin.conversationId(), "remote");
  }

  Recorder recorder() {
    return recorder;
  }

  AnchoredClock clock() {
    return clock;
  }

  TurnOrigin origin() {
    return origin;
  }

  /** What a process that is called now must know of the turn. */
  synchronized TurnReference reference() {
    return origin.reference(stepCount, conversationId);
  }

  Span span() {
    return span;
  }

  Context context() {
    return context;
  }

  boolean isEnded() {
    return ended;
  }

  /** The first one to name the conversation has it. */
  synchronized void conversation(@Nullable String conversation, String source) {
    if (conversation != null && conversationId == null && !conversation.isEmpty()) {
      conversationId = conversation;
      conversationSource = source;
      writeConversation(span);
    }
  }

  /**
   * Starts the next round trip; those that have their answers and their tools are over. Null if the
   * turn has ended in the meantime.
   */
  synchronized @Nullable OpenStep openStep() {
    if (ended) {
      return null;
    }
    long now = clock.now();
    closeIdleSteps(now);
    OpenStep step = new OpenStep(this, stepCount++, now);
    steps.add(step);
    activeCalls++;
    lastActivityNanos = now;
    return step;
  }

  /** How many round trips have begun so far. */
  synchronized int stepCount() {
    return stepCount;
  }

  synchronized void callDone(OpenStep step, Outcome how) {
    activeCalls--;
    step.callDone();
    if (detached && (how.isAborted() || how.isAbandoned())) {
      // Nobody reads the stream any more, so nothing comes after it.
      close(how);
    }
    endIfDue();
  }

  /** Notes a call that is no round trip; false if the turn has ended in the meantime. */
  synchronized boolean lookupStarted() {
    if (ended) {
      return false;
    }
    activeCalls++;
    lastActivityNanos = clock.now();
    return true;
  }

  synchronized void lookupDone() {
    activeCalls--;
    endIfDue();
  }

  void lookupRequestEnded(ProviderRequest request, long endNanos) {
    sums.lookup(request);
    lastActivityNanos = Math.max(lastActivityNanos, endNanos);
  }

  /** Whether a model is at work. */
  synchronized boolean isCalling() {
    return activeCalls > 0;
  }

  /** The end is told by what reads the answers. */
  synchronized void detach() {
    detached = true;
  }

  /** Notes a tool that starts; null if there is no step to which it could belong. */
  synchronized @Nullable OpenStep toolStarted() {
    OpenStep step = stepOfTool();
    if (step != null) {
      activeTools++;
      sums.toolStarted();
      lastActivityNanos = clock.now();
      step.toolTime().started(lastActivityNanos);
    }
    return step;
  }

  /** Whether no model has asked for tools since this step's did. */
  synchronized boolean isLatestWithTools(OpenStep step) {
    return stepOfTool() == step;
  }

  /**
   * The latest step that has its answer; else the latest one, whose tools may start while the
   * answer still comes in.
   */
  private @Nullable OpenStep stepOfTool() {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).isAnswered()) {
        return steps.get(i);
      }
    }
    return steps.isEmpty() ? null : steps.get(steps.size() - 1);
  }

  synchronized void toolEnded(OpenStep step, long now) {
    step.toolTime().ended(now);
    activeTools--;
    lastActivityNanos = now;
    endIfDue();
  }

  /** Ends the turn as soon as nothing below it is open. The first one to tell how has it. */
  synchronized void close(Outcome how) {
    if (!closing) {
      closing = true;
      outcome = how;
      lastActivityNanos = how.isError() ? clock.now() : lastActivityNanos;
    }
    endIfDue();
  }

  /** Ends the turn now if nothing happened in it since the given time. */
  synchronized void closeIfIdleSince(long nanos) {
    if (activeCalls == 0 && activeTools == 0 && lastActivityNanos - nanos < 0) {
      close(Outcome.ABANDONED);
    }
  }

  /** Marks a time at which the turn was known to be alive. */
  synchronized void touch() {
    lastActivityNanos = clock.now();
  }

  void close(OpenStep step) {
    steps.remove(step);
    step.end(clock.now());
  }

  void requestEnded(ProviderRequest request, long endNanos) {
    sums.request(request);
    lastActivityNanos = Math.max(lastActivityNanos, endNanos);
  }

  void stepEnded(StepFigures figures) {
    sums.step(figures);
  }

  void writeIdentity(Span target, String role) {
    if (target.isRecording()) {
      target.setAttribute(TurnspanAttributes.SPAN_ROLE, role);
      target.setAttribute(TurnspanAttributes.TURN_ID, origin.turnId());
      writeConversation(target);
    }
  }

  void writeConversation(Span target) {
    put(target, TurnspanAttributes.CONVERSATION_ID, conversationId);
    if (target == span) {
      put(span, TurnspanAttributes.CONVERSATION_ID_SOURCE, conversationSource);
      if (recorder.mirrors()) {
        put(span, GenAiAttributes.CONVERSATION_ID, conversationId);
      }
    }
  }

  private void closeIdleSteps(long now) {
    for (OpenStep step : List.copyOf(steps)) {
      if (step.isIdle()) {
        steps.remove(step);
        step.end(now);
      }
    }
  }

  private void endIfDue() {
    if (!closing || ended || activeCalls > 0 || activeTools > 0) {
      return;
    }
    // No step outlives its turn.
    closeIdleSteps(lastActivityNanos);
    ended = true;
    Outcome result = outcome.isError() ? outcome : sums.outcome(outcome);
    if (span.isRecording()) {
      sums.write(span, stepCount, outcome);
    }
    Recorder.end(span, result, clock.epochNanos(lastActivityNanos));
    onEnd.accept(this);
  }

  /** What a step adds to its turn. */
  record StepFigures(
      Usage usage,
      long ttftMs,
      long genTotalMs,
      long toolMs,
      @Nullable String finishReason,
      Outcome outcome) {}
}
