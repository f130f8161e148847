/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static dev.turnspan.extension.engine.Recorder.millis;
import static dev.turnspan.extension.engine.Recorder.put;

import dev.turnspan.semconv.GenAiAttributes;
import dev.turnspan.semconv.SpanNames;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import java.util.concurrent.TimeUnit;

/** Groups of figures that requests, steps and turns write alike. */
final class SpanFigures {

  static void usage(Span span, Usage usage) {
    put(span, TurnspanAttributes.USAGE_INPUT_TOKENS, usage.input());
    put(span, TurnspanAttributes.USAGE_OUTPUT_TOKENS, usage.output());
    put(span, TurnspanAttributes.USAGE_CACHE_READ_TOKENS, usage.cacheRead());
    put(span, TurnspanAttributes.USAGE_CACHE_WRITE_TOKENS, usage.cacheWrite());
    put(span, TurnspanAttributes.USAGE_REASONING_TOKENS, usage.reasoning());
  }

  /**
   * Writes what is known of a stream's course, and the decode event. Decode is the total less the
   * time to the first token, so that the whole milliseconds add up.
   *
   * @param startNanos from which to count: the request's own start, or its step's
   */
  static void timing(Span span, ProviderRequest request, long startNanos, long endNanos) {
    StreamProgress progress = request.progress();
    long totalMs = millis(startNanos, endNanos);
    long ttftMs = millis(startNanos, progress.firstTokenNanos());
    span.setAttribute(TurnspanAttributes.GEN_TOTAL_MS, totalMs);
    put(span, TurnspanAttributes.FIRST_TOKEN_KIND, progress.firstTokenKind());
    if (ttftMs < 0) {
      return;
    }
    long decodeMs = totalMs - ttftMs;
    span.setAttribute(TurnspanAttributes.TTFT_MS, ttftMs);
    span.setAttribute(TurnspanAttributes.DECODE_MS, decodeMs);
    AttributesBuilder event = Attributes.builder();
    event.put(TurnspanAttributes.DECODE_MS, decodeMs);
    event.put(TurnspanAttributes.CHUNK_COUNT, progress.chunks());
    long output = request.answer().usage().output();
    if (output >= 0 && decodeMs > 0) {
      double perSecond = output * 1000.0 / decodeMs;
      span.setAttribute(TurnspanAttributes.OUTPUT_TOKENS_PER_SECOND, perSecond);
      event.put(TurnspanAttributes.OUTPUT_TOKENS_PER_SECOND, perSecond);
    }
    span.addEvent(
        SpanNames.DECODE_EVENT, event.build(), request.epochNanos(endNanos), TimeUnit.NANOSECONDS);
  }

  /** OpenTelemetry's own names, on the request only: a sum over a trace then counts a call once. */
  static void mirror(Span span, ProviderRequest request) {
    Answer answer = request.answer();
    Usage usage = answer.usage();
    put(span, GenAiAttributes.RESPONSE_MODEL, answer.model());
    put(span, GenAiAttributes.RESPONSE_ID, answer.id());
    if (answer.hasFinishReason()) {
      span.setAttribute(GenAiAttributes.RESPONSE_FINISH_REASONS, answer.rawReasons());
    }
    put(span, GenAiAttributes.USAGE_INPUT_TOKENS, usage.input());
    put(span, GenAiAttributes.USAGE_OUTPUT_TOKENS, usage.output());
    put(span, GenAiAttributes.USAGE_CACHE_READ_INPUT_TOKENS, usage.cacheRead());
    put(span, GenAiAttributes.USAGE_CACHE_WRITE_INPUT_TOKENS, usage.cacheWrite());
    put(span, GenAiAttributes.USAGE_REASONING_OUTPUT_TOKENS, usage.reasoning());
    long firstChunk = request.progress().firstChunkNanos();
    if (firstChunk != StreamProgress.UNSET) {
      span.setAttribute(
          GenAiAttributes.RESPONSE_TIME_TO_FIRST_CHUNK,
          (firstChunk - request.startNanos()) / 1_000_000_000.0);
    }
  }

  private SpanFigures() {}
}
