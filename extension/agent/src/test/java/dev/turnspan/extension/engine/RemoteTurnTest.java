/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Requests of a turn that another process has open. */
final class RemoteTurnTest {

  private static final TurnReference REMOTE =
      new TurnReference("7b1d1f0e-5a40-4b9c-9d55-0d7a6f1c2b3e", 3, "c-1");

  private final EngineFixture fixture = new EngineFixture();

  @Test
  void callsBelowTheRequest_areStepsOfTheRemoteTurn() {
    Span server = fixture.server();
    received(
        REMOTE,
        () -> {
          fixture.call(false).end();
          fixture.clock.advance(1);
          fixture.call(false).end();
        });
    fixture.endServer(server);

    assertThat(fixture.tree())
        .isEqualTo(
            """
            POST /chat
              step
                provider.request
              step
                provider.request
            """);
    assertThat(List.of("step", "provider.request"))
        .allSatisfy(
            name ->
                assertThat(fixture.spans(name))
                    .allSatisfy(
                        span -> {
                          assertThat(turnId(span)).isEqualTo(REMOTE.turnId());
                          assertThat(conversation(span)).isEqualTo("c-1");
                        }));
    String first = stepId(fixture.spans("step").get(0));
    assertThat(first).matches(REMOTE.turnId() + "#3\\.[0-9a-f]{16}\\.0");
    assertThat(stepId(fixture.spans("step").get(1)))
        .isEqualTo(first.substring(0, first.length() - 1) + "1");
    assertThat(stepId(fixture.spans("provider.request").get(0))).isEqualTo(first);
  }

  @Test
  void messageDeliveredTwice_hasStepsOfItsOwnEachTime() {
    for (int i = 0; i < 2; i++) {
      Span server = fixture.server();
      received(REMOTE, () -> fixture.call(false).end());
      fixture.endServer(server);
    }

    assertThat(fixture.spans("step"))
        .extracting(RemoteTurnTest::stepId)
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void frameworksUnitBelowTheRequest_opensNoTurnEither() {
    Span server = fixture.server();
    received(
        REMOTE,
        () -> {
          Turn unit = fixture.engine.startTurn();
          unit.identify("c-of-the-framework");
          try (Scope inside = unit.enter()) {
            fixture.call(false).end();
            assertThat(inside).isNotNull();
          }
          unit.end();
        });
    fixture.endServer(server);

    assertThat(fixture.tree()).isEqualTo("POST /chat\n  step\n    provider.request\n");
    assertThat(conversation(fixture.span("step"))).isEqualTo("c-1");
  }

  @Test
  void contextThatOutlivesItsRequest_isInNoTurn() {
    Span server = fixture.server();
    fixture.endServer(server);
    fixture.serverSpan = null;
    received(REMOTE, () -> fixture.call(false).end());

    assertThat(turnId(fixture.span("turn"))).isNotEqualTo(REMOTE.turnId());
    assertThat(stepId(fixture.span("step"))).isEqualTo(turnId(fixture.span("turn")) + "#0");
  }

  @Test
  void requestFromWithinATurn_tellsOfIt() {
    Span server = fixture.server();
    Context below = Context.root().with(server);
    assertThat(fixture.engine.turnOfRequest(below)).isNull();
    within(below, () -> fixture.call(false).end());
    within(below, () -> fixture.call(false).end());
    TurnReference reference = Objects.requireNonNull(fixture.engine.turnOfRequest(below));
    fixture.endServer(server);

    assertThat(reference)
        .isEqualTo(
            new TurnReference(Objects.requireNonNull(turnId(fixture.span("turn"))), 1, null));
  }

  @Test
  void requestToAProvider_tellsNothing() {
    Call call = fixture.call(false);
    try (Scope inside = call.enter()) {
      assertThat(fixture.engine.turnOfRequest(Context.current())).isNull();
      call.end();
      // Sent late, it is still the call's.
      assertThat(fixture.engine.turnOfRequest(Context.current())).isNull();
      assertThat(inside).isNotNull();
    }
  }

  @Test
  void requestFromWithinARemoteTurn_passesItOn() {
    Span server = fixture.server();
    Context below = OwnContext.in(Context.root().with(server), REMOTE);
    within(below, () -> fixture.call(false).end());

    assertThat(fixture.engine.turnOfRequest(below)).isEqualTo(REMOTE);
    fixture.endServer(server);
  }

  private void received(TurnReference turn, Runnable work) {
    Span server = fixture.serverSpan;
    Context context = server == null ? Context.root() : Context.root().with(server);
    within(OwnContext.in(context, turn), work);
  }

  private static void within(Context context, Runnable work) {
    try (io.opentelemetry.context.Scope scope = context.makeCurrent()) {
      work.run();
      assertThat(scope).isNotNull();
    }
  }

  private static String stepId(SpanData span) {
    return Objects.requireNonNull(EngineFixture.attribute(span, TurnspanAttributes.STEP_ID));
  }

  private static String turnId(SpanData span) {
    return Objects.requireNonNull(EngineFixture.attribute(span, TurnspanAttributes.TURN_ID));
  }

  private static String conversation(SpanData span) {
    return Objects.requireNonNull(
        EngineFixture.attribute(span, TurnspanAttributes.CONVERSATION_ID));
  }
}
