/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static dev.turnspan.extension.engine.EngineFixture.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.ToolRun;
import dev.turnspan.bridge.Turn;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;

/** Embedding calls are requests of their own, in a turn or not. */
final class LookupTest {

  private final EngineFixture fixture = new EngineFixture();

  @Test
  void alone_isOneRequestWithoutTurn() {
    embed(5);

    assertThat(fixture.tree()).isEqualTo("provider.request\n");
    SpanData request = fixture.span("provider.request");
    assertThat(attribute(request, TurnspanAttributes.SPAN_ROLE)).isEqualTo("provider.request");
    assertThat(attribute(request, TurnspanAttributes.TURN_ID)).isNull();
    assertThat(attribute(request, TurnspanAttributes.STEP_ID)).isNull();
    assertThat(attribute(request, TurnspanAttributes.OPERATION)).isEqualTo("embeddings");
    assertThat(attribute(request, TurnspanAttributes.MODEL)).isEqualTo("embed-test-1");
    assertThat(attribute(request, TurnspanAttributes.USAGE_INPUT_TOKENS)).isEqualTo(5);
    assertThat(attribute(request, TurnspanAttributes.USAGE_OUTPUT_TOKENS)).isNull();
    assertThat(attribute(request, TurnspanAttributes.GEN_TOTAL_MS)).isEqualTo(20);
  }

  @Test
  void inFrameworkUnit_countsInTurnAndOpensNoStep() {
    Turn unit = fixture.engine.startTurn();
    inside(
        unit.enter(),
        () -> {
          embed(5);
          chat();
        });
    unit.end();

    assertThat(fixture.tree())
        .isEqualTo("turn\n  provider.request\n  step\n    provider.request\n");
    SpanData turn = fixture.span("turn");
    assertThat(number(turn, TurnspanAttributes.STEP_COUNT)).isEqualTo(1);
    assertThat(number(turn, TurnspanAttributes.REQUEST_COUNT)).isEqualTo(2);
    assertThat(number(turn, TurnspanAttributes.USAGE_INPUT_TOKENS)).isEqualTo(15);
    assertThat(number(turn, TurnspanAttributes.USAGE_OUTPUT_TOKENS)).isEqualTo(3);
    assertThat(attribute(turn, TurnspanAttributes.MODEL)).isEqualTo("gpt-test");
    assertThat(attribute(fixture.spans("provider.request").get(0), TurnspanAttributes.TURN_ID))
        .isEqualTo(attribute(turn, TurnspanAttributes.TURN_ID));
  }

  @Test
  void underServerSpan_belongsToTheTurnOnlyOnceItIsOpen() {
    Span server = fixture.server();
    inServerSpan(
        server,
        () -> {
          embed(5);
          chat();
          embed(7);
        });
    fixture.endServer(server);

    assertThat(fixture.tree())
        .isEqualTo(
            """
            POST /chat
              turn
                step
                  provider.request
                provider.request
              provider.request
            """);
    assertThat(number(fixture.span("turn"), TurnspanAttributes.USAGE_INPUT_TOKENS)).isEqualTo(17);
  }

  @Test
  void insideTool_isBelowTheTool() {
    Turn unit = fixture.engine.startTurn();
    inside(
        unit.enter(),
        () -> {
          Call asking = fixture.call(false);
          asking.requestedTools(1);
          asking.end();
          ToolRun tool = fixture.engine.startTool("search", "call_1");
          inside(tool.enter(), () -> embed(5));
          tool.end(-1, false);
        });
    unit.end();

    assertThat(fixture.tree())
        .isEqualTo(
            """
            turn
              step
                provider.request
                tool-call
                  provider.request
            """);
  }

  @Test
  void hookBelow_joinsInsteadOfDoubling() {
    Call upper = start();
    inside(upper.enter(), () -> embed(5));
    upper.end();

    assertThat(fixture.tree()).isEqualTo("provider.request\n");
  }

  @Test
  void chatInsideLookup_isTurnOfItsOwn() {
    Call lookup = start();
    inside(lookup.enter(), this::chat);
    lookup.end();

    assertThat(fixture.tree())
        .isEqualTo("provider.request\n  turn\n    step\n      provider.request\n");
  }

  @Test
  void unitThatEndsFirst_waitsForTheLookup() {
    Turn unit = fixture.engine.startTurn();
    Scope scope = unit.enter();
    Call lookup = start();
    scope.close();
    unit.end();
    assertThat(fixture.spans("turn")).isEmpty();

    lookup.end();

    assertThat(fixture.spans("turn")).hasSize(1);
  }

  private static void inServerSpan(Span server, Runnable work) {
    Context.current().with(server).wrap(work).run();
  }

  private static void inside(Scope scope, Runnable work) {
    work.run();
    scope.close();
  }

  private Call start() {
    return fixture.engine.startCall(
        new CallStart("embeddings", "openai", "embed-test", false, "https://llm.example/v1", null));
  }

  private void embed(long tokens) {
    fixture.clock.advance(1);
    Call call = start();
    fixture.clock.advance(20);
    call.responseModel("embed-test-1");
    call.usage(tokens, -1, -1, -1, -1);
    call.end();
  }

  private void chat() {
    fixture.clock.advance(1);
    Call call = fixture.call(false);
    fixture.clock.advance(1);
    call.usage(10, 3, -1, -1, -1);
    call.end();
    fixture.clock.advance(1);
  }

  private static Long number(SpanData span, AttributeKey<Long> key) {
    return java.util.Objects.requireNonNull(attribute(span, key));
  }
}
