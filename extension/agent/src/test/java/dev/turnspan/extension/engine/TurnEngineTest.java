/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static dev.turnspan.extension.engine.EngineFixture.attribute;
import static dev.turnspan.extension.engine.EngineFixture.events;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Attempt;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.ToolRun;
import dev.turnspan.bridge.Turn;
import dev.turnspan.semconv.OtelAttributes;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;

class TurnEngineTest {

  private final EngineFixture fixture = new EngineFixture();

  @Test
  void callWithoutParent_isTurnOfItsOwn() {
    Call call = fixture.call(false);
    fixture.clock.advance(120);
    call.responseModel("gpt-test-1");
    call.finishReason("stop");
    call.usage(20, 5, 4, -1, 2);
    call.end();

    assertThat(fixture.tree()).isEqualTo("turn\n  step\n    provider.request\n");
    for (String name : new String[] {"turn", "step", "provider.request"}) {
      SpanData span = fixture.span(name);
      assertThat(attribute(span, TurnspanAttributes.USAGE_INPUT_TOKENS)).isEqualTo(20);
      assertThat(attribute(span, TurnspanAttributes.USAGE_OUTPUT_TOKENS)).isEqualTo(5);
      assertThat(attribute(span, TurnspanAttributes.USAGE_CACHE_READ_TOKENS)).isEqualTo(4);
      assertThat(attribute(span, TurnspanAttributes.USAGE_CACHE_WRITE_TOKENS)).isNull();
      assertThat(attribute(span, TurnspanAttributes.USAGE_REASONING_TOKENS)).isEqualTo(2);
      assertThat(attribute(span, TurnspanAttributes.FINISH_REASON)).isEqualTo("stop");
      assertThat(attribute(span, TurnspanAttributes.MODEL)).isEqualTo("gpt-test-1");
      assertThat(attribute(span, TurnspanAttributes.GEN_TOTAL_MS)).isEqualTo(120);
      assertThat(attribute(span, TurnspanAttributes.TTFT_MS)).isNull();
    }
    SpanData request = fixture.span("provider.request");
    assertThat(attribute(request, OtelAttributes.SERVER_ADDRESS)).isEqualTo("llm.example");
    assertThat(attribute(request, OtelAttributes.SERVER_PORT)).isEqualTo(8443);
  }

  @Test
  void stream_countsFromRequestToFirstTokenToEnd() {
    Call call = fixture.call(true);
    fixture.clock.advance(30);
    call.chunk(Chunk.NONE);
    fixture.clock.advance(70);
    call.chunk(Chunk.REASONING);
    fixture.clock.advance(250);
    call.chunk(Chunk.TEXT);
    fixture.clock.advance(50);
    call.chunk(Chunk.TEXT);
    call.usage(10, 30, -1, -1, 7);
    call.finishReason("stop");
    call.end();

    SpanData request = fixture.span("provider.request");
    assertThat(attribute(request, TurnspanAttributes.TTFT_MS)).isEqualTo(100);
    assertThat(attribute(request, TurnspanAttributes.DECODE_MS)).isEqualTo(300);
    assertThat(attribute(request, TurnspanAttributes.GEN_TOTAL_MS)).isEqualTo(400);
    assertThat(attribute(request, TurnspanAttributes.FIRST_TOKEN_KIND)).isEqualTo("reasoning");
    assertThat(attribute(request, TurnspanAttributes.CHUNK_COUNT)).isEqualTo(3);
    assertThat(attribute(request, TurnspanAttributes.MAX_CHUNK_GAP_MS)).isEqualTo(250);
    assertThat(attribute(request, TurnspanAttributes.OUTPUT_TOKENS_PER_SECOND)).isEqualTo(100.0);
    assertThat(events(request)).containsExactly("ttft", "decode");
    assertThat(events(fixture.span("step"))).containsExactly("ttft", "decode");
    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.TTFT_MS)).isEqualTo(100);
    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.PREFILL_MS)).isEqualTo(100);
  }

  @Test
  void toolCallOnlyAnswer_hasNoTimeToFirstToken() {
    Call call = fixture.call(true);
    fixture.clock.advance(40);
    call.chunk(Chunk.TOOL_CALL);
    call.finishReason("tool_calls");
    call.requestedTools(1);
    call.end();

    SpanData request = fixture.span("provider.request");
    assertThat(attribute(request, TurnspanAttributes.TTFT_MS)).isNull();
    assertThat(attribute(request, TurnspanAttributes.DECODE_MS)).isNull();
    assertThat(attribute(request, TurnspanAttributes.FIRST_TOKEN_KIND)).isEqualTo("tool_call");
    assertThat(attribute(request, TurnspanAttributes.FINISH_REASON)).isEqualTo("tool_calls");
    assertThat(events(request)).isEmpty();
  }

  @Test
  void retry_isSecondRequestOfTheSameStep() {
    Call call = fixture.call(true);
    call.startAttempt().status(500);
    fixture.clock.advance(200);
    Attempt second = call.startAttempt();
    second.status(200);
    fixture.clock.advance(50);
    call.chunk(Chunk.TEXT);
    call.usage(10, 3, -1, -1, -1);
    call.finishReason("stop");
    call.end();

    assertThat(fixture.tree())
        .isEqualTo("turn\n  step\n    provider.request\n    provider.request\n");
    SpanData failed = fixture.spans("provider.request").get(0);
    assertThat(failed.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(attribute(failed, OtelAttributes.ERROR_TYPE)).isEqualTo("500");
    assertThat(attribute(failed, TurnspanAttributes.ATTEMPT)).isZero();
    assertThat(attribute(failed, TurnspanAttributes.USAGE_REPORTED)).isFalse();
    SpanData answered = fixture.spans("provider.request").get(1);
    assertThat(attribute(answered, TurnspanAttributes.ATTEMPT)).isEqualTo(1);
    assertThat(attribute(answered, TurnspanAttributes.TTFT_MS)).isEqualTo(50);
    // What the user waited includes the failed attempt.
    assertThat(attribute(fixture.span("step"), TurnspanAttributes.TTFT_MS)).isEqualTo(250);
    SpanData turn = fixture.span("turn");
    assertThat(turn.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(attribute(turn, TurnspanAttributes.REQUEST_COUNT)).isEqualTo(2);
    assertThat(attribute(turn, TurnspanAttributes.STEP_COUNT)).isEqualTo(1);
    assertThat(attribute(turn, TurnspanAttributes.USAGE_INPUT_TOKENS)).isEqualTo(10);
  }

  @Test
  void frameworkTurnWithParallelTools_sumsUpItsSteps() {
    Turn turn = fixture.engine.startTurn();
    try (Scope scope = turn.enter()) {
      turn.identify("c-42");
      answerWithTools(2);
      ToolRun first = fixture.engine.startTool("rates", "call_1");
      ToolRun second = fixture.engine.startTool("dates", "call_2");
      fixture.clock.advance(80);
      first.end(11, false);
      fixture.clock.advance(20);
      second.fail(new IllegalStateException("no such date"));
      fixture.clock.advance(5);
      Call last = fixture.call(false);
      last.usage(30, 7, -1, -1, -1);
      last.end();
      assertThat(scope).isNotNull();
    }
    turn.end();

    assertThat(fixture.tree())
        .isEqualTo(
            """
            turn
              step
                provider.request
                tool-call
                tool-call
              step
                provider.request
            """);
    SpanData ended = fixture.span("turn");
    assertThat(attribute(ended, TurnspanAttributes.USAGE_INPUT_TOKENS)).isEqualTo(40);
    assertThat(attribute(ended, TurnspanAttributes.USAGE_OUTPUT_TOKENS)).isEqualTo(9);
    assertThat(attribute(ended, TurnspanAttributes.TOOL_CALL_COUNT)).isEqualTo(2);
    assertThat(attribute(ended, TurnspanAttributes.TOOL_MS)).isEqualTo(100);
    assertThat(attribute(ended, TurnspanAttributes.CONVERSATION_ID_SOURCE)).isEqualTo("framework");
    SpanData failed = fixture.spans("tool-call").get(1);
    assertThat(attribute(failed, TurnspanAttributes.IS_ERROR)).isTrue();
    assertThat(failed.getStatus().getDescription()).isEqualTo("IllegalStateException");
    for (SpanData span : fixture.exporter.getFinishedSpanItems()) {
      assertThat(attribute(span, TurnspanAttributes.CONVERSATION_ID)).isEqualTo("c-42");
    }
  }

  @Test
  void toolRunWithoutIdInsideToolRun_isPartOfIt() {
    Turn turn = fixture.engine.startTurn();
    try (Scope scope = turn.enter()) {
      answerWithTools(1);
      ToolRun outer = fixture.engine.startTool("rates", "call_1");
      try (Scope inside = outer.enter()) {
        ToolRun inner = fixture.engine.startTool("rates-of-server", null);
        inner.end(4, true);
        assertThat(inside).isNotNull();
      }
      outer.end(11, false);
      fixture.engine.startTool("dates", null).end(2, false);
      assertThat(scope).isNotNull();
    }
    turn.end();

    assertThat(fixture.spans("tool-call"))
        .extracting(span -> attribute(span, TurnspanAttributes.TOOL_NAME))
        .containsExactly("rates", "dates");
    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.TOOL_CALL_COUNT)).isEqualTo(2);
  }

  @Test
  void toolRunWithoutIdThatModelInsideToolRunAskedFor_isRunOfItsOwn() {
    Turn turn = fixture.engine.startTurn();
    try (Scope scope = turn.enter()) {
      answerWithTools(1);
      ToolRun outer = fixture.engine.startTool("expert", "call_1");
      try (Scope inside = outer.enter()) {
        answerWithTools(1);
        fixture.engine.startTool("rates", null).end(4, false);
        assertThat(inside).isNotNull();
      }
      outer.end(11, false);
      assertThat(scope).isNotNull();
    }
    turn.end();

    assertThat(fixture.tree())
        .isEqualTo(
            """
            turn
              step
                provider.request
                tool-call
              step
                provider.request
                tool-call
            """);
  }

  @Test
  void toolBelowServerSpan_belongsToTheStepThatAskedForIt() {
    Span server = fixture.server();
    try (io.opentelemetry.context.Scope scope = server.makeCurrent()) {
      fixture.engine.startTool("too early", null).end(1, false);
      answerWithTools(1);
      ToolRun tool = fixture.engine.startTool("rates", null);
      fixture.clock.advance(5);
      try (Scope inside = tool.enter();
          Scope callback = tool.callerContext()) {
        assertThat(Span.current()).isSameAs(server);
        assertThat(inside).isNotSameAs(callback);
      }
      tool.end(4, false);
      assertThat(scope).isNotNull();
    }
    fixture.endServer(server);

    assertThat(fixture.tree())
        .isEqualTo(
            """
            POST /chat
              turn
                step
                  provider.request
                  tool-call
            """);
  }

  private void answerWithTools(int tools) {
    Call call = fixture.call(false);
    call.requestedTools(tools);
    call.finishReason("tool_calls");
    call.usage(10, 2, -1, -1, -1);
    call.end();
  }

  @Test
  void callsBelowServerSpan_areStepsOfOneTurn() {
    Span server = fixture.server();
    long started = fixture.clock.epochNanos();
    fixture.clock.advance(15);
    try (io.opentelemetry.context.Scope scope = server.makeCurrent()) {
      answerWithTools(0);
      fixture.clock.advance(10);
      answerWithTools(0);
      assertThat(scope).isNotNull();
    }
    assertThat(fixture.spans("turn")).isEmpty();
    fixture.clock.advance(100);
    fixture.endServer(server);

    assertThat(fixture.tree())
        .isEqualTo(
            """
            POST /chat
              turn
                step
                  provider.request
                step
                  provider.request
            """);
    SpanData turn = fixture.span("turn");
    assertThat(turn.getStartEpochNanos()).isEqualTo(started);
    assertThat(turn.getEndEpochNanos()).isEqualTo(started + 25_000_000);
    assertThat(attribute(turn, TurnspanAttributes.STEP_COUNT)).isEqualTo(2);
  }

  @Test
  void serverSpanEndsDuringStream_turnEndsWithTheStream() {
    Span server = fixture.server();
    Call call;
    try (io.opentelemetry.context.Scope scope = server.makeCurrent()) {
      call = fixture.call(true);
      assertThat(scope).isNotNull();
    }
    fixture.endServer(server);
    assertThat(fixture.spans("turn")).isEmpty();
    call.end();
    assertThat(fixture.spans("turn")).hasSize(1);
  }

  @Test
  void hookBelowOpenCall_joinsItsRequest() {
    Call outer = fixture.call(true);
    try (Scope scope = outer.enter()) {
      Call inner = fixture.call(true);
      fixture.clock.advance(10);
      inner.chunk(Chunk.TEXT);
      outer.chunk(Chunk.TEXT);
      inner.usage(10, 3, -1, -1, -1);
      inner.finishReason("stop");
      inner.end();
      assertThat(scope).isNotNull();
    }
    outer.finishReason("STOP");
    outer.usage(10, 3, -1, -1, -1);
    outer.end();

    assertThat(fixture.tree()).isEqualTo("turn\n  step\n    provider.request\n");
    SpanData request = fixture.span("provider.request");
    assertThat(attribute(request, TurnspanAttributes.CHUNK_COUNT)).isEqualTo(1);
    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.USAGE_INPUT_TOKENS))
        .isEqualTo(10);
  }

  @Test
  void usageOfHookBelow_countsWhateverTheUpperOneKnows() {
    Call outer = fixture.call(true);
    try (Scope scope = outer.enter()) {
      Call inner = fixture.call(true);
      inner.usage(10, -1, 4, -1, -1);
      inner.usage(10, 3, 4, -1, 2);
      outer.usage(21, 5, -1, -1, -1);
      inner.end();
      assertThat(scope).isNotNull();
    }
    outer.end();

    SpanData request = fixture.span("provider.request");
    assertThat(attribute(request, TurnspanAttributes.USAGE_INPUT_TOKENS)).isEqualTo(10);
    assertThat(attribute(request, TurnspanAttributes.USAGE_OUTPUT_TOKENS)).isEqualTo(3);
    assertThat(attribute(request, TurnspanAttributes.USAGE_REASONING_TOKENS)).isEqualTo(2);
  }

  @Test
  void usageThatOnlyTheUpperHookKnows_counts() {
    Call outer = fixture.call(true);
    try (Scope scope = outer.enter()) {
      fixture.call(true).chunk(Chunk.TEXT);
      outer.usage(10, 3, -1, -1, -1);
      assertThat(scope).isNotNull();
    }
    outer.end();

    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.USAGE_INPUT_TOKENS))
        .isEqualTo(10);
  }

  @Test
  void closedEarly_isAbortedUnlessTheProviderHadFinished() {
    Call early = fixture.call(true);
    early.chunk(Chunk.TEXT);
    early.abort();
    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.FINISH_REASON))
        .isEqualTo("aborted");
    fixture.exporter.reset();

    Call late = fixture.call(true);
    late.chunk(Chunk.TEXT);
    late.finishReason("stop");
    late.abort();
    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.FINISH_REASON)).isEqualTo("stop");
  }

  @Test
  void whateverComesAfterTheEnd_changesNothing() {
    Call call = fixture.call(true);
    call.end();
    call.fail(new IllegalStateException(), 500);
    call.abort();
    call.chunk(Chunk.TEXT);
    call.usage(1, 1, 1, 1, 1);
    call.startAttempt().status(500);

    assertThat(fixture.exporter.getFinishedSpanItems()).hasSize(3);
    SpanData request = fixture.span("provider.request");
    assertThat(request.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(attribute(request, TurnspanAttributes.USAGE_REPORTED)).isFalse();
    assertThat(attribute(request, TurnspanAttributes.USAGE_INPUT_TOKENS)).isNull();
  }

  @Test
  void failure_isToldByItsClassOnly() {
    Call call = fixture.call(false);
    call.fail(new IllegalArgumentException("Incorrect API key provided: sk-secret"), 401);

    SpanData request = fixture.span("provider.request");
    assertThat(request.getStatus().getDescription())
        .isEqualTo("IllegalArgumentException, HTTP 401");
    assertThat(attribute(request, OtelAttributes.ERROR_TYPE))
        .isEqualTo("java.lang.IllegalArgumentException");
    assertThat(fixture.exporter.getFinishedSpanItems().toString()).doesNotContain("sk-secret");
  }

  @Test
  void callerContext_isTheOneOfTheCall() {
    Call call = fixture.call(true);
    try (Scope scope = call.enter()) {
      assertThat(Span.current().getSpanContext().isValid()).isTrue();
      try (Scope caller = call.callerContext()) {
        assertThat(Context.current()).isSameAs(Context.root());
        assertThat(caller).isNotNull();
      }
      assertThat(scope).isNotNull();
    }
    call.end();
  }
}
