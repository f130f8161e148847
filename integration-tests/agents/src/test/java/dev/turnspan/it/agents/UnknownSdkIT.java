/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.SpanRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** openai-java as a library of which nothing is known: what is left is what OkHttp sees. */
final class UnknownSdkIT {

  private static final ProgramRun RUN =
      Chats.runUnharmed(
          Chats.attached().property("otel.instrumentation.turnspan-openai.enabled", "false"));

  @Test
  void application_findsNoSpanThatIsNotItsOwn() {
    assertThat(RUN.foreignContexts()).isEmpty();
  }

  @Test
  void requests_areStepsOfTurns() {
    assertThat(RUN.exports().ownSpans())
        .extracting(SpanRecord::name)
        .contains("turn", "step", "provider.request");
  }

  @Test
  void retriedCall_isSeenAttemptByAttempt() {
    assertThat(requests("retried"))
        .extracting(span -> span.number("http.response.status_code"))
        .containsExactlyInAnyOrder(500L, 200L);
  }

  @Test
  void streams_haveTimeToFirstTokenAndUsage() {
    for (String scenario : List.of("streaming", "asyncStreaming")) {
      assertThat(requests(scenario))
          .singleElement()
          .satisfies(
              span -> {
                assertThat(span.attributes()).containsKey("ttftMs");
                assertThat(span.number("chunkCount")).isEqualTo(3);
                assertThat(span.number("usage.inputTokens")).isEqualTo(11);
              });
    }
  }

  private static List<SpanRecord> requests(String scenario) {
    return RUN.exports().tracesOf(scenario).stream()
        .filter(span -> span.is("provider.request"))
        .toList();
  }
}
