/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static dev.turnspan.extension.engine.Recorder.put;

import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/** The sums of a turn, written once before its span ends. Guarded by the turn's monitor. */
final class TurnSums {

  private Usage usage = Usage.NONE;
  private long requests;
  private long toolCalls;
  private int lastStep = -1;
  private long ttftMs = -1;
  private long prefillMs = -1;
  private long genTotalMs = -1;
  private long toolMs = -1;
  private @Nullable String model;
  private @Nullable String provider;
  private @Nullable String finishReason;
  private Outcome lastOutcome = Outcome.COMPLETED;

  void request(ProviderRequest request) {
    requests++;
    if (provider == null) {
      provider = request.facts().provider();
    }
    if (model == null) {
      String answered = request.answer().model();
      model = answered == null ? request.facts().model() : answered;
    }
  }

  /** An embedding call costs tokens, but it is not the model that the turn is about. */
  void lookup(ProviderRequest request) {
    requests++;
    usage = usage.plus(request.answer().usage());
  }

  void toolStarted() {
    toolCalls++;
  }

  void toolsInferred(int count) {
    toolCalls += count;
  }

  void step(StepFigures step) {
    if (step.index() == 0) {
      ttftMs = step.ttftMs();
    }
    usage = usage.plus(step.usage());
    prefillMs = Usage.sum(prefillMs, step.ttftMs());
    genTotalMs = Usage.sum(genTotalMs, step.genTotalMs());
    toolMs = Usage.sum(toolMs, step.toolMs());
    // Steps may end in another order than they began.
    if (step.index() > lastStep) {
      lastStep = step.index();
      finishReason = step.finishReason();
      lastOutcome = step.outcome();
    }
  }

  /** Whoever stops after a final answer has not been stopped. */
  Outcome settled(Outcome told) {
    return told.equals(Outcome.STOPPED) && !"tool_calls".equals(finishReason)
        ? Outcome.COMPLETED
        : told;
  }

  /** A turn that was not told of a failure failed if its last step did. */
  Outcome outcome(Outcome told) {
    return told.isNormal() && lastOutcome.isError() ? lastOutcome : told;
  }

  void write(Span span, int stepCount, Outcome told) {
    SpanFigures.usage(span, usage);
    put(span, TurnspanAttributes.TTFT_MS, ttftMs);
    put(span, TurnspanAttributes.PREFILL_MS, prefillMs);
    put(span, TurnspanAttributes.GEN_TOTAL_MS, genTotalMs);
    put(span, TurnspanAttributes.TOOL_MS, toolMs);
    put(span, TurnspanAttributes.PROVIDER, provider);
    put(span, TurnspanAttributes.MODEL, model);
    String reason = told.reason() == null ? finishReason : told.reason();
    put(span, TurnspanAttributes.FINISH_REASON, reason);
    span.setAttribute(TurnspanAttributes.STEP_COUNT, (long) stepCount);
    span.setAttribute(TurnspanAttributes.REQUEST_COUNT, requests);
    span.setAttribute(TurnspanAttributes.TOOL_CALL_COUNT, toolCalls);
  }
}
