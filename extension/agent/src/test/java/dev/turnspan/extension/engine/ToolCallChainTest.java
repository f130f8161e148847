/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static dev.turnspan.extension.engine.EngineFixture.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.ToolResult;
import dev.turnspan.bridge.ToolRun;
import dev.turnspan.bridge.Turn;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolCallChainTest {

  private final EngineFixture fixture = new EngineFixture();

  @Test
  void requestThatBringsTheResult_isTheNextStepOfTheTurnThatAsked() {
    asks("call_1", "rates");
    fixture.clock.advance(40);
    answers("call_1");

    assertThat(fixture.tree())
        .isEqualTo(
            """
            turn
              step
                provider.request
                tool-call
              step
                provider.request
            """);
    SpanData tool = fixture.span("tool-call");
    assertThat(attribute(tool, TurnspanAttributes.TOOL_NAME)).isEqualTo("rates");
    assertThat(attribute(tool, TurnspanAttributes.TOOL_CALL_ID)).isEqualTo("call_1");
    assertThat(attribute(tool, TurnspanAttributes.INFERRED)).isTrue();
    assertThat(attribute(tool, TurnspanAttributes.IS_ERROR)).isFalse();
    assertThat(attribute(tool, TurnspanAttributes.CONTENT_LENGTH)).isEqualTo(12);
    assertThat(attribute(tool, TurnspanAttributes.DISPATCH_DELAY_MS)).isNull();
    assertThat(tool.getEndEpochNanos() - tool.getStartEpochNanos()).isEqualTo(40_000_000);
    SpanData first = fixture.spans("step").get(0);
    assertThat(attribute(first, TurnspanAttributes.TOOL_MS)).isEqualTo(40);
    assertThat(first.getEndEpochNanos()).isEqualTo(tool.getEndEpochNanos());
    SpanData turn = fixture.span("turn");
    assertThat(attribute(turn, TurnspanAttributes.STEP_COUNT)).isEqualTo(2);
    assertThat(attribute(turn, TurnspanAttributes.TOOL_CALL_COUNT)).isEqualTo(1);
    assertThat(attribute(turn, TurnspanAttributes.TOOL_MS)).isEqualTo(40);
    assertThat(attribute(turn, TurnspanAttributes.FINISH_REASON)).isEqualTo("stop");
    assertThat(fixture.engine.openEntries()).isZero();
  }

  @Test
  void parallelTools_areSpansOfTheirOwnAndOneBatchOfTime() {
    Call call = fixture.call(false);
    call.finishReason("tool_calls");
    call.requestedTool("a", "rates", null);
    call.requestedTool("b", "dates", null);
    call.requestedTool("b", "dates", null);
    call.end();
    fixture.clock.advance(25);
    Call next = fixture.call(new ToolResult("a", 3, true), new ToolResult("b", -1, false));
    next.finishReason("stop");
    next.end();

    List<SpanData> tools = fixture.spans("tool-call");
    assertThat(tools)
        .extracting(tool -> attribute(tool, TurnspanAttributes.TOOL_CALL_ID))
        .containsExactlyInAnyOrder("a", "b");
    assertThat(tools)
        .extracting(tool -> attribute(tool, TurnspanAttributes.IS_ERROR))
        .containsExactlyInAnyOrder(true, false);
    SpanData turn = fixture.span("turn");
    assertThat(attribute(turn, TurnspanAttributes.TOOL_MS)).isEqualTo(25);
    assertThat(attribute(turn, TurnspanAttributes.TOOL_CALL_COUNT)).isEqualTo(2);
  }

  @Test
  void toolsThatAskForMoreTools_areOneTurnOnAnyThread() throws Exception {
    asks("call_1", "rates");
    Thread other =
        new Thread(
            () -> {
              Call call = fixture.call(new ToolResult("call_1", 1, false));
              call.finishReason("tool_calls");
              call.requestedTool("call_2", "dates", null);
              call.end();
            });
    other.start();
    other.join();
    answers("call_1", "call_2");

    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.STEP_COUNT)).isEqualTo(3);
    assertThat(fixture.spans("tool-call")).hasSize(2);
  }

  @Test
  void interleavedTurns_haveTheirOwnSteps() {
    asks("call_a", "rates");
    asks("call_b", "rates");
    answers("call_b");
    answers("call_a");

    assertThat(fixture.spans("turn")).hasSize(2);
    assertThat(fixture.spans("turn"))
        .allSatisfy(
            turn -> assertThat(attribute(turn, TurnspanAttributes.STEP_COUNT)).isEqualTo(2));
  }

  @Test
  void resultOfATurnThatIsOver_opensATurnOfItsOwn() {
    asks("call_1", "rates");
    answers("call_1");
    answers("call_1");

    assertThat(fixture.spans("turn")).hasSize(2);
    assertThat(fixture.spans("tool-call")).hasSize(1);
  }

  @Test
  void answerWithoutTools_endsTheTurnAtOnce() {
    answers();

    assertThat(fixture.spans("turn")).hasSize(1);
    assertThat(fixture.engine.openEntries()).isZero();
  }

  @Test
  void resultThatNeverComes_abandonsTheTurnAfterTheIdleTimeout() {
    asks("call_1", "rates");
    fixture.clock.advance(59_999);
    fixture.engine.sweep();
    assertThat(fixture.spans("turn")).isEmpty();

    fixture.clock.advance(2);
    fixture.engine.sweep();

    SpanData turn = fixture.span("turn");
    assertThat(attribute(turn, TurnspanAttributes.FINISH_REASON)).isEqualTo("abandoned");
    assertThat(attribute(turn, TurnspanAttributes.TOOL_CALL_COUNT)).isZero();
    assertThat(attribute(fixture.span("step"), TurnspanAttributes.FINISH_REASON))
        .isEqualTo("tool_calls");
    assertThat(turn.getEndEpochNanos()).isEqualTo(fixture.span("step").getEndEpochNanos());
    assertThat(fixture.engine.openEntries()).isZero();
    answers("call_1");
    assertThat(fixture.spans("turn")).hasSize(2);
  }

  @Test
  void endOfTheProcess_abandonsWhatWaits() {
    asks("call_1", "rates");
    fixture.engine.close();

    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.FINISH_REASON))
        .isEqualTo("abandoned");
  }

  @Test
  void moreThanTheLimit_givesUpTheOldest() {
    TurnEngine small =
        new TurnEngine(
            fixture.tracer,
            fixture,
            new EngineSettings(true, Duration.ofSeconds(60), false, "", 2),
            fixture.clock);
    for (int i = 0; i < 4; i++) {
      Call call = small.startCall(EngineFixture.start(List.of()));
      call.requestedTool("call_" + i, "rates", null);
      call.responseId("answer-" + i);
      call.end();
    }

    // The bound is kept when the next call starts.
    assertThat(fixture.spans("turn")).hasSize(1);
    small.startCall(EngineFixture.start(List.of(new ToolResult("call_3", -1, false)))).end();
    assertThat(fixture.spans("turn"))
        .extracting(turn -> attribute(turn, TurnspanAttributes.STEP_COUNT))
        .containsExactly(1L, 1L, 2L);
  }

  @Test
  void sameIdInTwoTurns_isNotGuessedUnlessTheTraceTells() {
    asks("call_0", "rates");
    Span parent = fixture.tracer.spanBuilder("job").startSpan();
    Context job = Context.root().with(parent);
    job.wrap(
            () -> {
              asks("call_0", "rates");
            })
        .run();
    answers("call_0");
    assertThat(fixture.spans("turn")).hasSize(1);

    job.wrap(
            () -> {
              answers("call_0");
            })
        .run();
    parent.end();
    SpanData continued = fixture.spans("turn").get(0);
    assertThat(continued.getParentSpanId()).isEqualTo(parent.getSpanContext().getSpanId());
    assertThat(attribute(continued, TurnspanAttributes.STEP_COUNT)).isEqualTo(2);
  }

  @Test
  void resultWithoutTheId_isKnownByItsProof() {
    for (String id : new String[] {"call_1", null}) {
      Call call = fixture.call(false);
      call.requestedTool(id, "rates", "said so far/rates/1");
      call.end();
      fixture.clock.advance(10);
      answers("said so far/rates/1");
    }

    assertThat(fixture.spans("turn"))
        .extracting(turn -> attribute(turn, TurnspanAttributes.STEP_COUNT))
        .containsExactly(2L, 2L);
    assertThat(fixture.spans("tool-call"))
        .extracting(tool -> attribute(tool, TurnspanAttributes.TOOL_CALL_ID))
        .containsExactly("call_1", null);
    assertThat(fixture.engine.openEntries()).isZero();
  }

  @Test
  void toolThatAHookSaw_isNotInferredOnceMore() {
    Turn unit = fixture.engine.startTurn();
    try (Scope scope = unit.enter()) {
      assertThat(scope).isNotNull();
      Call call = fixture.call(false);
      call.finishReason("tool_calls");
      call.requestedTool("a", "rates", null);
      call.requestedTool("b", "dates", null);
      call.requestedTool("c", "times", null);
      call.end();
      ToolRun byId = fixture.engine.startTool("rates", "a");
      fixture.clock.advance(5);
      byId.end(1, false);
      fixture.engine.startTool("dates", null).end(1, false);
      fixture.clock.advance(5);
      Call next =
          fixture.call(
              new ToolResult("a", 1, false),
              new ToolResult("b", 1, false),
              new ToolResult("c", 1, false));
      next.finishReason("stop");
      next.end();
    }
    unit.end();

    assertThat(fixture.spans("tool-call"))
        .extracting(
            tool -> attribute(tool, TurnspanAttributes.TOOL_NAME),
            tool -> attribute(tool, TurnspanAttributes.INFERRED))
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("rates", null),
            org.assertj.core.groups.Tuple.tuple("dates", null),
            org.assertj.core.groups.Tuple.tuple("times", true));
    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.TOOL_CALL_COUNT)).isEqualTo(3);
    assertThat(attribute(fixture.spans("step").get(0), TurnspanAttributes.TOOL_MS)).isEqualTo(10);
  }

  @Test
  void nextServerSpan_continuesTheTurnAndKeepsItUntilItEnds() {
    Span first = fixture.server();
    Context.root()
        .with(first)
        .wrap(
            () -> {
              asks("call_1", "confirm");
            })
        .run();
    fixture.endServer(first);
    assertThat(fixture.spans("turn")).isEmpty();

    fixture.clock.advance(500);
    Span second = fixture.server();
    Context.root()
        .with(second)
        .wrap(
            () -> {
              answers("call_1");
              answers();
            })
        .run();
    assertThat(fixture.spans("turn")).isEmpty();
    fixture.endServer(second);

    SpanData turn = fixture.span("turn");
    assertThat(turn.getParentSpanId()).isEqualTo(first.getSpanContext().getSpanId());
    assertThat(attribute(turn, TurnspanAttributes.STEP_COUNT)).isEqualTo(3);
    assertThat(attribute(fixture.span("tool-call"), TurnspanAttributes.TOOL_NAME))
        .isEqualTo("confirm");
    assertThat(fixture.engine.openEntries()).isZero();
  }

  @Test
  void serverTurnWhoseLastAnswerAskedForNothing_endsWithTheServerSpan() {
    Span server = fixture.server();
    Context.root()
        .with(server)
        .wrap(
            () -> {
              asks("call_1", "extract");
              answers();
            })
        .run();
    fixture.endServer(server);

    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.FINISH_REASON)).isEqualTo("stop");
    assertThat(fixture.engine.openEntries()).isZero();
  }

  @Test
  void interleavedLoopsOfOneServerSpan_keepTheirStepsOpenForTheirTools() {
    Span server = fixture.server();
    Context.root()
        .with(server)
        .wrap(
            () -> {
              asks("call_a", "rates");
              asks("call_b", "dates");
              answers("call_a");
              answers("call_b");
            })
        .run();
    fixture.endServer(server);

    assertThat(fixture.spans("turn")).hasSize(1);
    List<SpanData> steps = fixture.spans("step");
    List<SpanData> tools = fixture.spans("tool-call");
    assertThat(tools).hasSize(2);
    for (int i = 0; i < 2; i++) {
      assertThat(tools.get(i).getParentSpanId()).isEqualTo(steps.get(i).getSpanId());
      assertThat(tools.get(i).getEndEpochNanos()).isEqualTo(steps.get(i).getEndEpochNanos());
    }
    assertThat(fixture.engine.openEntries()).isZero();
  }

  @Test
  void resultThatNeverComes_letsTheStepLastUntilTheTurnWentOn() {
    Span server = fixture.server();
    Context.root()
        .with(server)
        .wrap(
            () -> {
              asks("call_1", "extract");
              fixture.clock.advance(30);
              answers();
              answers();
            })
        .run();
    fixture.endServer(server);

    SpanData step = fixture.spans("step").get(0);
    assertThat(step.getEndEpochNanos() - step.getStartEpochNanos()).isEqualTo(40_000_000);
  }

  @Test
  void failedStep_endsTheTurnWithItsError() {
    asks("call_1", "rates");
    Call next = fixture.call(new ToolResult("call_1", 1, false));
    next.fail(new IllegalStateException("secret"), 0);

    SpanData turn = fixture.span("turn");
    assertThat(attribute(turn, TurnspanAttributes.FINISH_REASON)).isEqualTo("error");
    assertThat(fixture.spans("tool-call")).hasSize(1);
    assertThat(fixture.engine.openEntries()).isZero();
  }

  @Test
  void otherConversation_isNotContinued() {
    Call call = fixture.engine.startCall(EngineFixture.start("conv-1", List.of()));
    call.requestedTool("call_1", "rates", null);
    call.end();
    List<ToolResult> result = List.of(new ToolResult("call_1", 1, false));
    fixture.engine.startCall(EngineFixture.start("conv-2", result)).end();

    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.CONVERSATION_ID))
        .isEqualTo("conv-2");
    fixture.engine.startCall(EngineFixture.start("conv-1", result)).end();
    assertThat(fixture.spans("turn"))
        .extracting(turn -> attribute(turn, TurnspanAttributes.STEP_COUNT))
        .containsExactlyInAnyOrder(1L, 2L);
  }

  private void asks(String id, String tool) {
    Call call = fixture.call(false);
    fixture.clock.advance(10);
    call.finishReason("tool_calls");
    call.requestedTool(id, tool, null);
    call.end();
  }

  private void answers(String... ids) {
    ToolResult[] results = new ToolResult[ids.length];
    for (int i = 0; i < ids.length; i++) {
      results[i] = new ToolResult(ids[i], 12, false);
    }
    Call call = fixture.call(results);
    fixture.clock.advance(10);
    call.finishReason("stop");
    call.end();
  }
}
