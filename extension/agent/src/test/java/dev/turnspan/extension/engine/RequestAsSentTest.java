/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.Scope;
import dev.turnspan.semconv.OtelAttributes;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;

/** What is known of a request only after its call began. */
final class RequestAsSentTest {

  private final EngineFixture fixture = new EngineFixture();

  @Test
  void requestThatIsSeenLate_completesItsSpan() {
    Call call = fixture.engine.startCall(new CallStart("chat", "openai", null, false, null, null));
    call.requested("gpt-test", true);
    call.end();

    SpanData request = fixture.span("provider.request");
    assertThat(EngineFixture.attribute(request, TurnspanAttributes.REQUEST_MODEL))
        .isEqualTo("gpt-test");
    assertThat(EngineFixture.attribute(request, TurnspanAttributes.STREAM)).isTrue();
  }

  @Test
  void statusInsteadOfAnAnswer_isTheError() {
    Call call = fixture.call(false);
    call.fail(429);

    SpanData request = fixture.span("provider.request");
    assertThat(EngineFixture.attribute(request, OtelAttributes.ERROR_TYPE)).isEqualTo("429");
    assertThat(EngineFixture.attribute(request, OtelAttributes.HTTP_RESPONSE_STATUS_CODE))
        .isEqualTo(429L);
    assertThat(EngineFixture.attribute(request, TurnspanAttributes.FINISH_REASON))
        .isEqualTo("error");
  }

  @Test
  void currentCall_isFoundWithinItAndByItsKindOnly() {
    Call call = fixture.call(false);
    assertThat(fixture.engine.currentCall("chat")).isNull();
    try (Scope scope = call.startAttempt().enter()) {
      assertThat(scope).isNotNull();
      assertThat(fixture.engine.currentCall("chat")).isSameAs(call);
      assertThat(fixture.engine.currentCall("embeddings")).isNull();
      assertThat(call.isOnWire()).isTrue();
    }
    assertThat(call.isOnWire()).isFalse();
    call.end();
  }

  @Test
  void requestOfACancelledCall_isNoCallOfItsOwn() {
    Call call = fixture.call(false);
    try (Scope scope = call.enter()) {
      assertThat(scope).isNotNull();
      call.abort();
      Call current = fixture.engine.currentCall("chat");
      assertThat(current).isSameAs(call);
      assertThat(call.startAttempt()).isNotNull();
    }
    assertThat(fixture.spans("provider.request")).hasSize(1);
  }
}
