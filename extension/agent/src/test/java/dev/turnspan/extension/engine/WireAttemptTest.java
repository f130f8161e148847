/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Attempt;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.Scope;
import dev.turnspan.semconv.OtelAttributes;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What transports tell of a call. */
final class WireAttemptTest {

  private final EngineFixture fixture = new EngineFixture();

  @Test
  void transportAroundATransport_isOneAttempt() {
    Call call = fixture.call(false);
    Attempt outer = call.startAttempt();
    within(outer, () -> call.startAttempt().status(200));
    outer.status(200);
    call.end();

    assertThat(fixture.span("provider.request")).isNotNull();
  }

  @Test
  void retryOfAWrappingTransport_isAnotherAttempt() {
    Call call = fixture.call(false);
    Attempt outer = call.startAttempt();
    within(
        outer,
        () -> {
          call.startAttempt().status(503);
          call.startAttempt().status(200);
        });
    outer.status(200);
    call.end();

    List<SpanData> requests = fixture.spans("provider.request");
    assertThat(requests)
        .extracting(span -> EngineFixture.attribute(span, OtelAttributes.HTTP_RESPONSE_STATUS_CODE))
        .containsExactly(503L, 200L);
  }

  @Test
  void attemptAfterATransportAnswered_isARetry() {
    Call call = fixture.call(false);
    Attempt first = call.startAttempt();
    within(
        first,
        () -> {
          first.status(500);
          call.startAttempt().status(200);
        });
    call.end();

    assertThat(fixture.spans("provider.request")).hasSize(2);
  }

  @Test
  void addressThatOnlyTheTransportKnows_isWrittenAndTellsTheProvider() {
    Call call = callWithoutAddress();
    Attempt attempt = call.startAttempt();
    attempt.sentTo("https://api.anthropic.com/v1/messages?beta=true");
    call.end();

    SpanData request = fixture.span("provider.request");
    assertThat(EngineFixture.attribute(request, OtelAttributes.SERVER_ADDRESS))
        .isEqualTo("api.anthropic.com");
    assertThat(EngineFixture.attribute(request, OtelAttributes.SERVER_PORT)).isEqualTo(443L);
    assertThat(EngineFixture.attribute(request, TurnspanAttributes.PROVIDER))
        .isEqualTo("anthropic");
  }

  @Test
  void attemptOfACallThatWasCancelled_isItsOwnAndTellsNothing() {
    Call call = fixture.call(false);
    call.abort();
    Attempt late = call.startAttempt();
    within(
        late,
        () ->
            assertThat(Span.current().getSpanContext().getSpanId())
                .isEqualTo(fixture.span("provider.request").getSpanId()));
    late.status(200);

    assertThat(fixture.spans("provider.request"))
        .extracting(span -> EngineFixture.attribute(span, OtelAttributes.HTTP_RESPONSE_STATUS_CODE))
        .containsExactly((Long) null);
  }

  @Test
  void statusThatComesLate_isWritten() {
    Call call = fixture.call(true);
    call.startAttempt();
    call.status(200);
    call.end();

    assertThat(
            EngineFixture.attribute(
                fixture.span("provider.request"), OtelAttributes.HTTP_RESPONSE_STATUS_CODE))
        .isEqualTo(200L);
  }

  @Test
  void whatOnlyTheLowerLevelKnows_completesTheRequest() {
    Call upper = fixture.engine.startCall(new CallStart("chat", null, null, false, null, null));
    try (Scope scope = upper.enter()) {
      fixture.call(false).end();
      assertThat(scope).isNotNull();
    }
    upper.end();

    SpanData request = fixture.span("provider.request");
    assertThat(EngineFixture.attribute(request, TurnspanAttributes.REQUEST_MODEL))
        .isEqualTo("gpt-test");
    assertThat(EngineFixture.attribute(request, TurnspanAttributes.PROVIDER)).isEqualTo("openai");
    assertThat(EngineFixture.attribute(request, OtelAttributes.SERVER_ADDRESS))
        .isEqualTo("llm.example");
  }

  private Call callWithoutAddress() {
    return fixture.engine.startCall(
        new CallStart("chat", "OPEN_AI", "some-model", false, null, null));
  }

  private static void within(Attempt attempt, Runnable work) {
    try (Scope scope = attempt.enter()) {
      work.run();
      assertThat(scope).isNotNull();
    }
  }
}
