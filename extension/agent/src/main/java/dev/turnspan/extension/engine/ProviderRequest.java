/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static dev.turnspan.extension.engine.Recorder.millis;
import static dev.turnspan.extension.engine.Recorder.put;

import dev.turnspan.semconv.GenAiAttributes;
import dev.turnspan.semconv.OtelAttributes;
import dev.turnspan.semconv.SpanNames;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One attempt sent to a provider, and its span. Guarded by its owner's monitor, but for chunks. */
final class ProviderRequest {

  private final RequestOwner owner;
  private RequestFacts facts;
  private final int index;
  private final Span span;
  private final AnchoredClock clock;
  private final long startNanos;
  private final Answer answer = new Answer();
  private final StreamProgress progress = new StreamProgress();
  private long lastActivityNanos;
  private @Nullable Outcome failure;
  private int status;
  private volatile boolean ended;

  ProviderRequest(RequestOwner owner, RequestFacts facts, int index, long startNanos) {
    this.owner = owner;
    this.facts = facts;
    this.index = index;
    this.clock = owner.clock();
    this.startNanos = startNanos;
    this.lastActivityNanos = startNanos;
    this.span =
        owner
            .recorder()
            .start(
                SpanNames.PROVIDER_REQUEST,
                SpanKind.CLIENT,
                owner.context(),
                clock.epochNanos(startNanos));
    writeStart();
  }

  Span span() {
    return span;
  }

  Answer answer() {
    return answer;
  }

  StreamProgress progress() {
    return progress;
  }

  RequestFacts facts() {
    return facts;
  }

  long startNanos() {
    return startNanos;
  }

  long epochNanos(long nanos) {
    return clock.epochNanos(nanos);
  }

  boolean isEnded() {
    return ended;
  }

  /** Whether the transport told how it went. */
  boolean isAnswered() {
    return status > 0 || failure != null;
  }

  /** Where the request goes, if that was not known at its start. */
  void sentTo(String url) {
    if (facts.host() == null) {
      complete(facts.sentTo(url));
    }
  }

  /** What was not known at its start. */
  void complete(RequestFacts known) {
    facts = known;
    writeTarget();
  }

  /** How the call failed, with the status that the wire or the library knows. */
  Outcome failure(Throwable error, int code) {
    status = code > 0 ? code : status;
    return Outcome.failed(error, status >= 400 ? status : 0);
  }

  /** Allocates nothing unless the first token came. */
  void chunk(int kind) {
    if (ended) {
      return;
    }
    long now = clock.now();
    if (progress.chunk(kind, now)) {
      owner.firstToken(this, now);
      addTtftEvent(span, millis(startNanos, now), now);
    }
  }

  void status(int code) {
    status = code;
    lastActivityNanos = clock.now();
    if (code >= 400) {
      failure = Outcome.httpStatus(code);
    }
  }

  void failed(Throwable error, int code) {
    status = code > 0 ? code : status;
    lastActivityNanos = clock.now();
    failure = Outcome.failed(error, status);
  }

  /** Ends the attempt that a retry follows, at the time at which it failed. */
  void endBeforeRetry() {
    Outcome outcome = failure == null ? new Outcome("error", "_OTHER", null) : failure;
    end(outcome, lastActivityNanos);
  }

  /** The time of the last sign of life. */
  long lastActivityNanos() {
    long lastChunk = progress.lastChunkNanos();
    return lastChunk == StreamProgress.UNSET
        ? lastActivityNanos
        : Math.max(lastChunk, lastActivityNanos);
  }

  void end(Outcome told, long endNanos) {
    if (ended) {
      return;
    }
    ended = true;
    Outcome outcome = asAnswered(told);
    if (span.isRecording()) {
      writeEnd(outcome, endNanos);
    }
    Recorder.end(span, outcome, clock.epochNanos(endNanos));
    owner.requestEnded(this, outcome, endNanos);
  }

  /** An answer may say that it failed; one that was closed at its end is complete all the same. */
  private Outcome asAnswered(Outcome told) {
    if (!told.isNormal() && !told.isAborted()) {
      return told;
    }
    if ("error".equals(answer.finishReason())) {
      return Outcome.PROVIDER_ERROR;
    }
    return told.isAborted() && answer.hasFinishReason() ? Outcome.COMPLETED : told;
  }

  /** The finish reason to show; null for an attempt that was not answered. */
  @Nullable String finishReason(Outcome outcome) {
    if (outcome.reason() == null) {
      return answer.finishReason();
    }
    // Closed after the provider had said how it ended: then that is how it ended.
    return outcome.isAborted() && answer.hasFinishReason()
        ? answer.finishReason()
        : outcome.reason();
  }

  long ttftMs() {
    return millis(startNanos, progress.firstTokenNanos());
  }

  void addTtftEvent(Span target, long ttftMs, long nanos) {
    String kind = progress.firstTokenKind();
    target.addEvent(
        SpanNames.TTFT_EVENT,
        Attributes.of(
            TurnspanAttributes.TTFT_MS,
            ttftMs,
            TurnspanAttributes.FIRST_TOKEN_KIND,
            kind == null ? "text" : kind),
        clock.epochNanos(nanos),
        TimeUnit.NANOSECONDS);
  }

  private void writeStart() {
    if (!span.isRecording()) {
      return;
    }
    owner.writeIdentity(span);
    span.setAttribute(TurnspanAttributes.ATTEMPT, (long) index);
    span.setAttribute(TurnspanAttributes.OPERATION, facts.operation());
    writeTarget();
    if (owner.recorder().mirrors()) {
      span.setAttribute(GenAiAttributes.OPERATION_NAME, facts.operation());
    }
  }

  private void writeTarget() {
    span.setAttribute(TurnspanAttributes.PROVIDER, facts.provider());
    span.setAttribute(TurnspanAttributes.STREAM, facts.stream());
    put(span, TurnspanAttributes.REQUEST_MODEL, facts.model());
    put(span, OtelAttributes.SERVER_ADDRESS, facts.host());
    put(span, OtelAttributes.SERVER_PORT, facts.port());
    if (owner.recorder().mirrors()) {
      span.setAttribute(GenAiAttributes.PROVIDER_NAME, facts.provider());
      put(span, GenAiAttributes.REQUEST_MODEL, facts.model());
      if (facts.stream()) {
        span.setAttribute(GenAiAttributes.REQUEST_STREAM, true);
      }
    }
  }

  private void writeEnd(Outcome outcome, long endNanos) {
    owner.writeConversation(span);
    String model = answer.model() == null ? facts.model() : answer.model();
    span.setAttribute(TurnspanAttributes.MODEL, model == null ? "unknown" : model);
    put(span, TurnspanAttributes.RESPONSE_MODEL, answer.model());
    put(span, TurnspanAttributes.RESPONSE_ID, answer.id());
    put(span, TurnspanAttributes.FINISH_REASON, finishReason(outcome));
    put(span, OtelAttributes.ERROR_TYPE, outcome.errorType());
    if (status > 0) {
      span.setAttribute(OtelAttributes.HTTP_RESPONSE_STATUS_CODE, (long) status);
    }
    span.setAttribute(TurnspanAttributes.USAGE_REPORTED, answer.usage().isReported());
    SpanFigures.usage(span, answer.usage());
    SpanFigures.timing(span, this, startNanos, endNanos);
    if (facts.stream()) {
      span.setAttribute(TurnspanAttributes.CHUNK_COUNT, progress.chunks());
      if (progress.firstTokenKind() != null) {
        long gap = Math.floorDiv(progress.longestGapNanos(), 1_000_000L);
        span.setAttribute(TurnspanAttributes.MAX_CHUNK_GAP_MS, gap);
      }
    }
    if (owner.recorder().mirrors()) {
      SpanFigures.mirror(span, this);
    }
  }
}
