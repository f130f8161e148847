/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static dev.turnspan.extension.engine.EngineFixture.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.NoopEngine;
import dev.turnspan.extension.client.turnmethods.app.MethodTurns;
import dev.turnspan.extension.client.turnmethods.app.ReactiveTurns;
import dev.turnspan.semconv.GenAiAttributes;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Methods that the user named as turns, as the advice tells of them. */
class MethodTurnTest {

  private final EngineFixture fixture = new EngineFixture();

  @BeforeEach
  void install() {
    Bridge.install(fixture.engine);
  }

  @AfterEach
  void uninstall() {
    Bridge.install(NoopEngine.INSTANCE);
  }

  @Test
  void callsOfAMethod_areStepsOfOneTurnThatIsNoAgent() {
    Object begun = MethodTurns.start();
    call();
    call();
    MethodTurns.returned(begun, "answer", null);

    SpanData turn = fixture.span("turn");
    assertThat(attribute(turn, TurnspanAttributes.STEP_COUNT)).isEqualTo(2);
    assertThat(attribute(turn, GenAiAttributes.OPERATION_NAME)).isNull();
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void methodWithinAMethod_isPartOfItsTurn() {
    Object outer = MethodTurns.start();
    Object inner = MethodTurns.start();
    call();
    MethodTurns.returned(inner, null, null);
    assertThat(fixture.spans("turn")).isEmpty();
    MethodTurns.returned(outer, null, null);

    assertThat(fixture.spans("turn")).hasSize(1);
  }

  @Test
  void methodThatThrows_failsItsTurn() {
    Object begun = MethodTurns.start();
    call();
    MethodTurns.returned(begun, null, new IllegalStateException("secret"));

    SpanData turn = fixture.span("turn");
    assertThat(attribute(turn, TurnspanAttributes.FINISH_REASON)).isEqualTo("error");
    assertThat(turn.getStatus().getDescription()).isEqualTo("IllegalStateException");
  }

  @Test
  void futureOfAMethod_endsTheTurnWhenItIsComplete() {
    CompletableFuture<String> future = new CompletableFuture<>();
    Object begun = MethodTurns.start();
    call();
    MethodTurns.returned(begun, future, null);
    assertThat(fixture.spans("turn")).isEmpty();
    fixture.clock.advance(70);
    future.complete("answer");

    SpanData turn = fixture.span("turn");
    assertThat(attribute(turn, TurnspanAttributes.FINISH_REASON)).isEqualTo("stop");
    assertThat(turn.getEndEpochNanos()).isEqualTo(fixture.clock.epochNanos());
  }

  @Test
  void futureThatIsCancelled_abortsTheTurn() {
    CompletableFuture<String> future = new CompletableFuture<>();
    Object begun = MethodTurns.start();
    call();
    MethodTurns.returned(begun, future, null);
    future.cancel(true);

    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.FINISH_REASON))
        .isEqualTo("aborted");
  }

  @Test
  void mono_isATurnEachTimeThatItIsSubscribedTo() {
    Mono<String> mono = ReactiveTurns.of(Mono.fromCallable(this::call));
    assertThat(fixture.spans("turn")).isEmpty();
    assertThat(mono.block()).isEqualTo("said");
    assertThat(mono.block()).isEqualTo("said");

    assertThat(fixture.spans("turn")).hasSize(2);
  }

  @Test
  void fluxThatFails_failsTheTurn() {
    Flux<String> flux =
        ReactiveTurns.of(
            Flux.<String>defer(
                () -> {
                  call();
                  return Flux.error(new IllegalStateException());
                }));
    assertThat(flux.onErrorResume(failure -> Flux.empty()).collectList().block()).isEmpty();

    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.FINISH_REASON))
        .isEqualTo("error");
  }

  @Test
  void fluxThatIsCancelled_abortsTheTurn() {
    Sinks.Many<String> sink = Sinks.many().unicast().onBackpressureBuffer();
    Flux<String> flux =
        ReactiveTurns.of(
            Flux.defer(
                () -> {
                  call();
                  return sink.asFlux();
                }));
    Disposable subscription = flux.subscribe();
    sink.tryEmitNext("one");
    subscription.dispose();

    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.FINISH_REASON))
        .isEqualTo("aborted");
  }

  private String call() {
    Call call = fixture.call(false);
    fixture.clock.advance(10);
    call.finishReason("stop");
    call.end();
    return "said";
  }
}
