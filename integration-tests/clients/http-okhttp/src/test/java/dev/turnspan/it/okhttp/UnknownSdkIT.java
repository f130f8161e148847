/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ProgramLauncher;
import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.Workspace;
import dev.turnspan.it.openai.OpenAiProgram;
import java.util.List;
import org.junit.jupiter.api.Test;

/** openai-java as a library of which nothing is known: what is left is what OkHttp sees. */
final class UnknownSdkIT {

  private static final String[] SCENARIOS = {"blocking", "retried", "streaming", "asyncStreaming"};

  private static final ProgramRun RUN =
      launcher()
          .agent(TestBed.get().agent(TestBed.get().newestAgent()), Workspace.extension())
          .property("otel.instrumentation.turnspan-openai.enabled", "false")
          .run();

  private static ProgramLauncher launcher() {
    return new ProgramLauncher(
            OpenAiProgram.class, TestBed.get().classPath(List.of("com.openai:openai-java:4.98.0")))
        .scenarios(SCENARIOS);
  }

  @Test
  void application_seesWhatItSeesWithoutTheAgent() {
    assertThat(RUN.transcript()).isNotEmpty().isEqualTo(launcher().run().transcript());
    assertThat(RUN.foreignContexts()).isEmpty();
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
