/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.bridge.ToolResult;
import dev.turnspan.semconv.SpanNames;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A turn that is under way: its span, its open steps and the sums of those that are done. Its
 * monitor guards all that is below it. It ends when it was told to, nothing below it is open, and
 * no results of tools are to come.
 */
final class OpenTurn {

  /** The turn of a context. */
  static final ContextKey<OpenTurn> KEY = ContextKey.named("turnspan-turn");

  private final Recorder recorder;
  private final AnchoredClock clock;
  private final TurnOrigin origin;
  private final Span span;
  private final Context context;
  private final OpenTurns turns;
  private final TurnSums sums = new TurnSums();
  private final OpenSteps steps = new OpenSteps();
  private final Conversation conversation = new Conversation();
  private final AskedTools asked = new AskedTools();
  private final Lifetime lifetime = new Lifetime();
  private int stepCount;
  private long lastActivityNanos;
  private volatile boolean ended;

  /**
   * Opens a turn.
   *
   * @param parent the context whose span becomes the turn's parent
   * @param startEpochNanos when it began; -1 for now
   * @param turns told when the turn has ended, and for what it waits
   */
  OpenTurn(Recorder recorder, Context parent, long startEpochNanos, OpenTurns turns) {
    this.recorder = recorder;
    this.clock = new AnchoredClock(recorder.clock());
    this.turns = turns;
    long now = clock.now();
    this.lastActivityNanos = now;
    long start = startEpochNanos < 0 ? clock.epochNanos(now) : startEpochNanos;
    this.origin = TurnOrigin.in(parent);
    this.span = origin.startSpan(recorder, parent, start);
    this.context = (span.getSpanContext().isValid() ? parent.with(span) : parent).with(KEY, this);
    writeIdentity(span, SpanNames.TURN);
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
  synchronized void conversation(@Nullable String id, String source) {
    if (conversation.name(id, source)) {
      writeConversation(span);
    }
  }

  @Nullable String conversationId() {
    return conversation.id();
  }

  /** Whether a call that names this conversation, or none, may be part of the turn. */
  boolean admits(@Nullable String conversationId) {
    return conversation.admits(conversationId);
  }

  /** The turn ends without being told to, but may wait for the results of tools. */
  synchronized void chain() {
    lifetime.chain();
  }

  /**
   * The turn stays open until a server span has ended; false if it is over already.
   *
   * @param told whether the end of that span will be told
   */
  synchronized boolean hold(SpanContext server, boolean told) {
    return !ended && lifetime.hold(server, told);
  }

  /** A server span has ended. */
  synchronized void release(SpanContext server) {
    lifetime.release(server);
    endIfDue();
  }

  /**
   * Starts the next round trip; those that have their answers and their tools are over. Null if the
   * turn has ended in the meantime.
   *
   * @param results what the request brings
   */
  synchronized @Nullable OpenStep openStep(List<ToolResult> results) {
    if (ended) {
      return null;
    }
    long now = clock.now();
    if (asked.includesAny(results)) {
      sums.toolsInferred(ToolSpan.infer(this, asked.take(results), now));
      turns.waits(this, asked.keys());
    }
    steps.endIdle(now, step -> lifetime.isChain() && asked.isAwaitedBy(step));
    OpenStep step = new OpenStep(this, stepCount++, now);
    steps.add(step);
    lifetime.callStarted();
    lastActivityNanos = now;
    return step;
  }

  /** The same if the request brings what the turn waits for; else null. */
  synchronized @Nullable OpenStep continueWith(List<ToolResult> results) {
    return asked.includesAny(results) ? openStep(results) : null;
  }

  /** How many round trips have begun so far. */
  synchronized int stepCount() {
    return stepCount;
  }

  synchronized void callDone(OpenStep step, Outcome how) {
    lifetime.callDone();
    List<ToolCall> calls = step.callDone();
    asked.answered(step, calls);
    if (lifetime.isChain() && !calls.isEmpty()) {
      turns.waits(this, asked.keys());
    }
    if (lifetime.endsWithStream() && (how.isAborted() || how.isAbandoned())) {
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
    lifetime.callStarted();
    lastActivityNanos = clock.now();
    return true;
  }

  synchronized void lookupDone() {
    lifetime.callDone();
    endIfDue();
  }

  /** Whether a model is at work. */
  synchronized boolean isCalling() {
    return lifetime.isCalling();
  }

  /** The end is told from elsewhere; where a stream is all there is, by what reads it. */
  synchronized void detach(boolean endsWithStream) {
    lifetime.detach(endsWithStream);
  }

  /** Notes a tool that starts; null if there is no step to which it could belong. */
  synchronized @Nullable OpenStep toolStarted(String name, @Nullable String callId) {
    OpenStep step = steps.ofTool();
    if (step != null) {
      lifetime.toolStarted();
      sums.toolStarted();
      lastActivityNanos = clock.now();
      step.toolTime().started(name, callId, lastActivityNanos);
    }
    return step;
  }

  /** Whether no model has asked for tools since this step's did. */
  synchronized boolean isLatestWithTools(OpenStep step) {
    return steps.ofTool() == step;
  }

  synchronized void toolEnded(OpenStep step, long now) {
    step.toolTime().ended(now);
    lifetime.toolDone();
    lastActivityNanos = now;
    endIfDue();
  }

  /** Ends the turn as soon as nothing below it is open. The first one to tell how has it. */
  synchronized void close(Outcome how) {
    if (lifetime.close(how) && how.isError()) {
      lastActivityNanos = clock.now();
    }
    endIfDue();
  }

  /** Ends the turn now if nothing happened in it for too long and nothing more is to come. */
  synchronized void closeIfIdle(long now, long idleNanos) {
    long idle = lifetime.isAtWork() ? 0 : now - lastActivityNanos;
    if (idle > idleNanos && (lifetime.isDetached() || awaitsResults())) {
      abandon();
    } else if (idle > lifetime.patience(idleNanos)) {
      lifetime.giveUp(Outcome.COMPLETED);
      endIfDue();
    }
  }

  /** Ends the turn now, unless it is at work. */
  synchronized void abandon() {
    if (!lifetime.isAtWork()) {
      asked.clear();
      lifetime.giveUp(Outcome.ABANDONED);
      endIfDue();
    }
  }

  private boolean awaitsResults() {
    return lifetime.isChain() && asked.isAwaited();
  }

  /** Marks a time at which the turn was known to be alive. */
  synchronized void touch() {
    lastActivityNanos = clock.now();
  }

  void close(OpenStep step) {
    steps.end(step, clock.now());
  }

  /** Notes the end of a request, which sums itself up. */
  void requestEnded(Consumer<TurnSums> request, long endNanos) {
    request.accept(sums);
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
    if (target == span) {
      conversation.writeWithSource(span, recorder.mirrors());
    } else {
      conversation.write(target);
    }
  }

  private void endIfDue() {
    if (ended || !lifetime.isOver() || awaitsResults()) {
      return;
    }
    // No step outlives its turn.
    steps.endIdle(lastActivityNanos);
    ended = true;
    Outcome outcome = sums.settled(lifetime.outcome());
    Outcome result = outcome.isError() ? outcome : sums.outcome(outcome);
    if (span.isRecording()) {
      sums.write(span, stepCount, outcome);
    }
    Recorder.end(span, result, clock.epochNanos(lastActivityNanos));
    turns.ended(this, lifetime.servers());
  }
}
