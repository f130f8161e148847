/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.ToolRun;
import dev.turnspan.bridge.Turn;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.Test;

/** What a framework tells of its units of work. */
final class FrameworkTurnTest {

  private final EngineFixture fixture = new EngineFixture();

  @Test
  void unitInWhichNothingHappened_leavesNoTrace() {
    Turn turn = fixture.engine.startTurn();
    turn.identify("c-1");
    turn.end();

    assertThat(fixture.exporter.getFinishedSpanItems()).isEmpty();
  }

  @Test
  void unitThatFailedBeforeAnythingHappened_isShown() {
    Turn turn = fixture.engine.startTurn();
    turn.identify("c-1");
    turn.fail(new IllegalStateException("no prompt"));

    assertThat(fixture.span("turn").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(EngineFixture.attribute(fixture.span("turn"), TurnspanAttributes.CONVERSATION_ID))
        .isEqualTo("c-1");
  }

  @Test
  void unitThatTookAsManyStepsAsItMay_saysSo() {
    Turn turn = fixture.engine.startTurn();
    within(turn, () -> fixture.call(false).end());
    turn.exhausted(new IllegalStateException("after 10 rounds"));

    assertThat(EngineFixture.attribute(fixture.span("turn"), TurnspanAttributes.FINISH_REASON))
        .isEqualTo("max-steps");
    assertThat(fixture.span("turn").getStatus().getDescription()).isEqualTo("too many steps");
  }

  @Test
  void unitStoppedWithTheModelAskingForTools_tookAllStepsItMay() {
    Turn turn = fixture.engine.startTurn();
    within(
        turn,
        () -> {
          Call call = fixture.call(false);
          call.finishReason("tool_calls");
          call.requestedTools(1);
          call.end();
        });
    turn.exhausted(null);

    assertThat(EngineFixture.attribute(fixture.span("turn"), TurnspanAttributes.FINISH_REASON))
        .isEqualTo("max-steps");
    assertThat(EngineFixture.attribute(fixture.span("step"), TurnspanAttributes.FINISH_REASON))
        .isEqualTo("tool_calls");
    assertThat(fixture.span("turn").getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void unitStoppedAfterTheFinalAnswer_endedLikeAnyOther() {
    Turn turn = fixture.engine.startTurn();
    within(
        turn,
        () -> {
          Call call = fixture.call(false);
          call.finishReason("stop");
          call.end();
        });
    turn.exhausted(null);

    assertThat(EngineFixture.attribute(fixture.span("turn"), TurnspanAttributes.FINISH_REASON))
        .isEqualTo("stop");
  }

  @Test
  void frameworksConversation_comesBeforeThatOfTheBaggage() {
    try (io.opentelemetry.context.Scope baggage =
        Baggage.builder().put("conversation.id", "from-baggage").build().makeCurrent()) {
      Turn turn = fixture.engine.startTurn();
      turn.identify("from-framework");
      within(turn, () -> fixture.call(false).end());
      turn.end();
      assertThat(baggage).isNotNull();
    }

    assertThat(EngineFixture.attribute(fixture.span("turn"), TurnspanAttributes.CONVERSATION_ID))
        .isEqualTo("from-framework");
  }

  @Test
  void unitWithinAUnit_isPartOfItAndDoesNotEndIt() {
    Turn outer = fixture.engine.startTurn();
    within(
        outer,
        () -> {
          Turn inner = fixture.engine.startTurn();
          inner.identify("inner");
          within(
              inner,
              () -> {
                fixture.call(false).end();
                fixture.engine.currentTurn().end();
                fixture.engine.currentTurn().fail(new IllegalStateException("inner"));
              });
          inner.end();
          fixture.call(false).end();
        });
    outer.end();

    assertThat(fixture.tree())
        .isEqualTo(
            """
            turn
              step
                provider.request
              step
                provider.request
            """);
    assertThat(fixture.span("turn").getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void detachedUnit_goesOnWhenAListenerFailsWhileTheStreamRuns() {
    Turn turn = fixture.engine.startTurn();
    turn.detach();
    within(
        turn,
        () -> {
          Call call = fixture.call(true);
          fixture.engine.currentTurn().fail(new IllegalStateException("a listener"));
          call.end();
          fixture.engine.currentTurn().end();
        });

    assertThat(fixture.span("turn").getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void detachedUnit_failsWhenNothingRuns() {
    Turn turn = fixture.engine.startTurn();
    turn.detach();
    within(
        turn,
        () -> {
          Call call = fixture.call(true);
          call.fail(new IllegalStateException("cut"), 0);
          fixture.engine.currentTurn().fail(new IllegalStateException("cut"));
        });

    assertThat(fixture.span("turn").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void detachedUnit_endsWithTheStreamThatTheApplicationBrokeOff() {
    Turn turn = fixture.engine.startTurn();
    turn.detach();
    within(turn, () -> fixture.call(true).abort());

    assertThat(EngineFixture.attribute(fixture.span("turn"), TurnspanAttributes.FINISH_REASON))
        .isEqualTo("aborted");
  }

  @Test
  void toolOfAnAnswerThatWasClosedAtItsEnd_belongsToItsStep() {
    Turn turn = fixture.engine.startTurn();
    within(
        turn,
        () -> {
          Call call = fixture.call(true);
          call.requestedTools(1);
          call.finishReason("tool_calls");
          call.abort();
          fixture.engine.startTool("weather", null).end(3, false);
          fixture.call(false).end();
        });
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
            """);
  }

  @Test
  void toolThatStartsWhileTheAnswerStillComesIn_belongsToItsStep() {
    Turn turn = fixture.engine.startTurn();
    within(
        turn,
        () -> {
          Call call = fixture.call(true);
          ToolRun tool = fixture.engine.startTool("weather", "call_1");
          fixture.clock.advance(5);
          call.requestedTools(1);
          call.end();
          fixture.clock.advance(5);
          tool.end(3, false);
        });
    turn.end();

    assertThat(fixture.tree())
        .isEqualTo(
            """
            turn
              step
                provider.request
                tool-call
            """);
    assertThat(
            EngineFixture.attribute(
                fixture.span("tool-call"), TurnspanAttributes.DISPATCH_DELAY_MS))
        .isNull();
    assertThat(EngineFixture.attribute(fixture.span("step"), TurnspanAttributes.TOOL_MS))
        .isEqualTo(10L);
  }

  @Test
  void unitAmongTheRemainsOfAnother_doesNotKeepThem() {
    Turn first = fixture.engine.startTurn();
    Context[] remains = new Context[1];
    within(
        first,
        () -> {
          fixture.call(false).end();
          remains[0] = Context.current();
        });
    first.end();
    try (io.opentelemetry.context.Scope leftBehind = remains[0].makeCurrent()) {
      assertThat(OwnContext.withoutRemains(Context.current()).get(FrameworkTurn.KEY)).isNull();
      Turn second = fixture.engine.startTurn();
      within(second, () -> assertThat(Context.current().get(FrameworkTurn.KEY)).isSameAs(second));
      assertThat(leftBehind).isNotNull();
    }
  }

  private static void within(Turn turn, Runnable work) {
    try (Scope scope = turn.enter()) {
      work.run();
      assertThat(scope).isNotNull();
    }
  }
}
