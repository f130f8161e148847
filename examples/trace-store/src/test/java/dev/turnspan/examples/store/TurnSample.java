/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import static dev.turnspan.examples.store.SpanSample.span;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.List;

/** A whole turn: a server span, two steps, a tool, a failed attempt and its retry. */
final class TurnSample {

  static final String TURN = "t-1";
  static final String CONVERSATION = "c-1";

  private TurnSample() {}

  /** In the order of arrival: children first, as they end first. */
  static List<SpanSample> spans() {
    return List.of(
        span(5, 4, "POST", 62, 858)
            .kind(SpanKind.SPAN_KIND_CLIENT)
            .with("http.response.status_code", 200),
        firstRequest(),
        ours(6, 3, "tool-call", 870, 1090)
            .with("stepId", "t-1#0")
            .with("toolName", "weather")
            .with("toolCallId", "call_1")
            .with("isError", false)
            .with("contentLength", 120)
            .with("dispatchDelayMs", 10),
        step(3, 0, 60, 1100, "tool_calls")
            .usage(100, 20)
            .with("ttftMs", 200)
            .with("decodeMs", 600)
            .with("genTotalMs", 800)
            .with("toolMs", 220),
        failedAttempt(),
        retriedRequest(),
        step(7, 1, 1110, 2140, "stop")
            .usage(200, 40)
            .with("usage.cacheReadTokens", 128)
            .with("usage.reasoningTokens", 10)
            .with("ttftMs", 150)
            .with("decodeMs", 650)
            .with("genTotalMs", 800),
        turn(),
        span(1, 0, "POST /chat", 0, 2200).kind(SpanKind.SPAN_KIND_SERVER));
  }

  private static SpanSample turn() {
    return ours(2, 1, "turn", 50, 2150)
        .with("conversationId", CONVERSATION)
        .with("provider", "openai")
        .with("model", "gpt-x")
        .usage(300, 60)
        .with("usage.cacheReadTokens", 128)
        .with("usage.reasoningTokens", 10)
        .with("ttftMs", 200)
        .with("toolMs", 220)
        .with("finishReason", "stop")
        .with("stepCount", 2)
        .with("requestCount", 3)
        .with("toolCallCount", 1);
  }

  private static SpanSample step(int id, int index, long from, long to, String finish) {
    return ours(id, 2, "step", from, to)
        .with("stepId", "t-1#" + index)
        .with("model", "gpt-x")
        .with("provider", "openai")
        .with("finishReason", finish);
  }

  private static SpanSample firstRequest() {
    return call(4, 3, 60, 860)
        .with("stepId", "t-1#0")
        .usage(100, 20)
        .with("usage.reported", true)
        .with("ttftMs", 200)
        .with("decodeMs", 600)
        .with("genTotalMs", 800)
        .with("outputTokensPerSecond", 33.3)
        .with("attempt", 0)
        .with("finishReason", "tool_calls")
        .event("ttft", 260, "ttftMs", 200)
        .event("decode", 860, "decodeMs", 600);
  }

  private static SpanSample failedAttempt() {
    return call(8, 7, 1110, 1210)
        .with("stepId", "t-1#1")
        .with("usage.reported", false)
        .with("attempt", 0)
        .with("error.type", "503")
        .with("http.response.status_code", 503)
        .failed("overloaded");
  }

  private static SpanSample retriedRequest() {
    return call(9, 7, 1300, 2100)
        .with("stepId", "t-1#1")
        .usage(200, 40)
        .with("usage.reported", true)
        .with("usage.cacheReadTokens", 128)
        .with("usage.reasoningTokens", 10)
        .with("ttftMs", 150)
        .with("decodeMs", 650)
        .with("genTotalMs", 800)
        .with("outputTokensPerSecond", 61.5)
        .with("attempt", 1)
        .with("finishReason", "stop")
        .event("ttft", 1450, "ttftMs", 150)
        .event("decode", 2100, "decodeMs", 650);
  }

  private static SpanSample call(int id, int parent, long from, long to) {
    return ours(id, parent, "provider.request", from, to)
        .kind(SpanKind.SPAN_KIND_CLIENT)
        .with("conversationId", CONVERSATION)
        .with("provider", "openai")
        .with("model", "gpt-x");
  }

  private static SpanSample ours(int id, int parent, String name, long from, long to) {
    return span(id, parent, name, from, to).with("spanRole", name).with("turnId", TURN);
  }
}
