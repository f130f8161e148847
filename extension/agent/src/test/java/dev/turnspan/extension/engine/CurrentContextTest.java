/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.ToolRun;
import dev.turnspan.bridge.Turn;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.Test;

/** Libraries make contexts current again that they took before. */
final class CurrentContextTest {

  private static final String ONE_REQUEST =
      """
      turn
        step
          provider.request
      """;

  private final EngineFixture fixture = new EngineFixture();

  @Test
  void callBelowACall_inAContextOfBefore_isTheSameCall() {
    Turn turn = fixture.engine.startTurn();
    within(
        turn.enter(),
        () -> {
          Context before = Context.current();
          Call call = fixture.call(false);
          within(call.enter(), () -> wrapped(before, () -> fixture.call(false).end()));
          call.end();
        });
    turn.end();

    assertThat(fixture.tree()).isEqualTo(ONE_REQUEST);
  }

  @Test
  void callWithinATurn_inAContextOfBefore_isInTheTurn() {
    Turn turn = fixture.engine.startTurn();
    turn.identify("c-1");
    within(turn.enter(), () -> wrapped(Context.root(), () -> fixture.call(false).end()));
    turn.end();

    assertThat(fixture.tree()).isEqualTo(ONE_REQUEST);
    assertThat(EngineFixture.attribute(fixture.span("turn"), TurnspanAttributes.CONVERSATION_ID))
        .isEqualTo("c-1");
  }

  @Test
  void toolThatWasExpected_inAContextOfBefore_hasItsId() {
    Turn turn = fixture.engine.startTurn();
    within(
        turn.enter(),
        () -> {
          Context before = Context.current();
          fixture.call(false).end();
          within(
              fixture.engine.expectTools(new String[] {"weather"}, new String[] {"call-1"}),
              () -> wrapped(before, () -> tool("weather").end(-1, false)));
        });
    turn.end();

    assertThat(EngineFixture.attribute(fixture.span("tool-call"), TurnspanAttributes.TOOL_CALL_ID))
        .isEqualTo("call-1");
  }

  @Test
  void callerOfAStream_isNotInItsCall_whateverContextIsCurrent() {
    Turn turn = fixture.engine.startTurn();
    within(
        turn.enter(),
        () -> {
          Context before = Context.current();
          Call stream = fixture.call(true);
          within(
              stream.enter(),
              () ->
                  wrapped(
                      before,
                      () -> within(stream.callerContext(), () -> fixture.call(false).end())));
          stream.end();
        });
    turn.end();

    assertThat(fixture.spans("provider.request")).hasSize(2);
  }

  @Test
  void contextOfAnotherTurn_isLeftAsItIs() {
    Turn other = fixture.engine.startTurn();
    Context[] others = new Context[1];
    within(other.enter(), () -> others[0] = Context.current());
    Turn turn = fixture.engine.startTurn();
    within(
        turn.enter(),
        () -> {
          Call call = fixture.call(false);
          within(
              call.enter(),
              () -> {
                assertThat(CurrentContext.completed(others[0])).isSameAs(others[0]);
                wrapped(others[0], () -> fixture.call(false).end());
              });
          call.end();
        });
    turn.end();
    other.end();

    assertThat(fixture.spans("turn")).hasSize(2);
    assertThat(fixture.spans("provider.request")).hasSize(2);
  }

  @Test
  void afterTheLastScope_nothingIsAdded() {
    Call call = fixture.call(false);
    within(call.enter(), () -> {});

    assertThat(CurrentContext.completed(Context.root())).isSameAs(Context.root());
    call.end();
  }

  private ToolRun tool(String name) {
    return fixture.engine.startTool(name, null);
  }

  private static void wrapped(Context context, Runnable work) {
    try (io.opentelemetry.context.Scope scope = context.makeCurrent()) {
      work.run();
      assertThat(scope).isNotNull();
    }
  }

  private static void within(Scope entered, Runnable work) {
    try (Scope scope = entered) {
      work.run();
      assertThat(scope).isNotNull();
    }
  }
}
