/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static dev.turnspan.extension.engine.EngineFixture.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class AbandonmentTest {

  private final EngineFixture fixture = new EngineFixture();

  @Test
  void streamThatNobodyHolds_endsAtItsLastChunk() {
    long started = fixture.clock.epochNanos();
    startAndForget();
    fixture.clock.advance(10_000);

    awaitTurn();
    SpanData request = fixture.span("provider.request");
    assertThat(attribute(request, TurnspanAttributes.FINISH_REASON)).isEqualTo("abandoned");
    assertThat(request.getEndEpochNanos()).isEqualTo(started + 30_000_000);
  }

  private void startAndForget() {
    Call call = fixture.call(true);
    call.watch(new Object());
    fixture.clock.advance(30);
    call.chunk(Chunk.TEXT);
  }

  @Test
  void turnOfAServerSpanThatWasSampledOut_endsWhenItHasBeenIdle() {
    fixture.sampledOut = true;
    long end = callBelowServer();
    fixture.clock.advance(60_001);

    awaitTurn();
    SpanData turn = fixture.span("turn");
    assertThat(attribute(turn, TurnspanAttributes.FINISH_REASON)).isEqualTo("stop");
    assertThat(turn.getEndEpochNanos()).isEqualTo(end);
    await(() -> fixture.engine.openEntries() == 0);
  }

  @Test
  void turnOfAServerSpanThatIsOpen_isGivenMoreTime() {
    callBelowServer();
    fixture.clock.advance(599_000);
    fixture.engine.sweep();
    assertThat(fixture.spans("turn")).isEmpty();

    callBelowServer();
    fixture.clock.advance(600_001);
    fixture.engine.sweep();
    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.STEP_COUNT)).isEqualTo(2);
    assertThat(fixture.engine.openEntries()).isZero();
  }

  private long callBelowServer() {
    Span server = fixture.serverSpan == null ? fixture.server() : fixture.serverSpan;
    try (io.opentelemetry.context.Scope scope = server.makeCurrent()) {
      Call call = fixture.call(false);
      call.finishReason("stop");
      call.end();
      assertThat(scope).isNotNull();
    }
    return fixture.clock.epochNanos();
  }

  @Test
  void detachedUnitWithoutEnd_isGivenUp() {
    Turn turn = fixture.engine.startTurn();
    try (Scope scope = turn.enter()) {
      turn.detach();
      fixture.call(true).end();
      assertThat(scope).isNotNull();
    }
    fixture.clock.advance(60_001);

    awaitTurn();
    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.FINISH_REASON))
        .isEqualTo("abandoned");
  }

  @Test
  void exchangeThatIsGone_keepsNothingOfTheApplication() {
    WeakReference<Object> inContext = exchangeAndForget();

    await(() -> inContext.refersTo(null));
  }

  private WeakReference<Object> exchangeAndForget() {
    Object ofApplication = new Object();
    Context caller = Context.root().with(ContextKey.named("application"), ofApplication);
    try (io.opentelemetry.context.Scope scope = caller.makeCurrent()) {
      Call call = fixture.call(false);
      try (Scope inside = call.enter()) {
        assertThat(fixture.engine.callFor(new Object())).isSameAs(call);
        assertThat(inside).isNotNull();
      }
      call.end();
      assertThat(scope).isNotNull();
    }
    return new WeakReference<>(ofApplication);
  }

  private void awaitTurn() {
    await(() -> !fixture.spans("turn").isEmpty());
  }

  private static void await(BooleanSupplier event) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
    while (!event.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      System.gc();
      Thread.onSpinWait();
    }
  }
}
