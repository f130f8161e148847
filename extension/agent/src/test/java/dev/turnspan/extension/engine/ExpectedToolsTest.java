/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static dev.turnspan.extension.engine.EngineFixture.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.ToolRun;
import dev.turnspan.bridge.Turn;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpectedToolsTest {

  private final EngineFixture fixture = new EngineFixture();

  @Test
  void sameToolTwice_hasTheIdsInTheOrderInWhichTheyWereAskedFor() {
    inTurn(
        () -> {
          answerWithTools(3);
          try (Scope tools = expect("rates", "call_1", "dates", "call_2", "rates", "call_3")) {
            run("rates", () -> {});
            run("rates", () -> {});
            run("dates", () -> {});
            assertThat(tools).isNotNull();
          }
        });

    assertTools("rates call_1", "rates call_3", "dates call_2");
  }

  @Test
  void sameToolSeenTwiceOnItsWayDown_takesOneId() {
    inTurn(
        () -> {
          answerWithTools(2);
          try (Scope tools = expect("rates", "call_1", "rates", "call_2")) {
            run("rates", () -> run("rates", () -> {}));
            run("rates", () -> run("rates", () -> {}));
            assertThat(tools).isNotNull();
          }
        });

    assertTools("rates call_1", "rates call_2");
  }

  @Test
  void sameToolThatModelInsideToolAskedFor_isRunOfItsOwn() {
    inTurn(
        () -> {
          answerWithTools(1);
          try (Scope tools = expect("rates", "call_1")) {
            run(
                "rates",
                () -> {
                  answerWithTools(1);
                  try (Scope inner = expect("rates", "call_2")) {
                    run("rates", () -> {});
                    assertThat(inner).isNotNull();
                  }
                });
            assertThat(tools).isNotNull();
          }
        });

    assertTools("rates call_2", "rates call_1");
  }

  @Test
  void toolNobodyAskedForOrWithoutId_hasNoId() {
    inTurn(
        () -> {
          answerWithTools(2);
          try (Scope tools = expect("rates", "", "dates", null)) {
            run("rates", () -> {});
            run("dates", () -> {});
            run("others", () -> {});
            assertThat(tools).isNotNull();
          }
          run("rates", () -> {});
        });

    assertTools("rates null", "dates null", "others null", "rates null");
  }

  @Test
  void toolThatSaysItsIdItself_keepsIt() {
    inTurn(
        () -> {
          answerWithTools(1);
          try (Scope tools = expect("rates", "call_1")) {
            fixture.engine.startTool("rates", "call_9").end(1, false);
            assertThat(tools).isNotNull();
          }
        });

    assertTools("rates call_9");
  }

  @Test
  void outsideOfTurns_nothingIsTaken() {
    assertThat(ExpectedTools.take(Context.root(), "rates")).isNull();
    assertThat(ExpectedTools.none(Context.root())).isSameAs(Context.root());
  }

  private void inTurn(Runnable code) {
    Turn turn = fixture.engine.startTurn();
    try (Scope scope = turn.enter()) {
      code.run();
      assertThat(scope).isNotNull();
    }
    turn.end();
  }

  private void answerWithTools(int tools) {
    Call call = fixture.call(false);
    call.requestedTools(tools);
    call.finishReason("tool_calls");
    call.end();
  }

  private Scope expect(@Nullable String... namesAndIds) {
    String[] names = new String[namesAndIds.length / 2];
    String[] ids = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = namesAndIds[2 * i];
      ids[i] = namesAndIds[2 * i + 1];
    }
    return fixture.engine.expectTools(names, ids);
  }

  private void run(String tool, Runnable inside) {
    ToolRun run = fixture.engine.startTool(tool, null);
    try (Scope scope = run.enter()) {
      inside.run();
      assertThat(scope).isNotNull();
    }
    run.end(1, false);
  }

  /** In the order of their ends. */
  private void assertTools(String... namesAndIds) {
    assertThat(fixture.spans("tool-call"))
        .extracting(
            span ->
                attribute(span, TurnspanAttributes.TOOL_NAME)
                    + " "
                    + attribute(span, TurnspanAttributes.TOOL_CALL_ID))
        .containsExactly(namesAndIds);
  }
}
