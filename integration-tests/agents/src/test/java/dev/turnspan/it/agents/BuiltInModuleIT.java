/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.TokenSums;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent's own module for openai-java: off with Turnspan, unless someone wants it. */
final class BuiltInModuleIT {

  private static final String[] SCENARIOS = {"blocking", "streaming", "detailedUsage"};

  /** The prompt tokens that the provider reported for these. */
  private static final long INPUT_TOKENS = 11 + 11 + 20;

  private static final ProgramRun REFERENCE = Chats.launcher().scenarios(SCENARIOS).run();

  static List<String> agents() {
    return TestBed.get().agentVersions();
  }

  @ParameterizedTest
  @MethodSource("agents")
  void switchedOn_countsEachCallOnce(String agent) {
    ProgramRun run = Chats.attached(agent).scenarios(SCENARIOS).builtInModules().run();
    List<SpanRecord> spans = run.exports().spans();

    assertThat(run.transcript()).isEqualTo(REFERENCE.transcript());
    assertThat(spans).anyMatch(span -> span.scope().startsWith("io.opentelemetry.openai"));
    assertThat(spans).filteredOn(span -> role(span).equals("provider.request")).hasSize(3);
    assertThat(TokenSums.of(spans)).isEqualTo(TokenSums.both(INPUT_TOKENS));
    assertThat(TokenSums.sum(spans, "duplicate.gen_ai.usage.input_tokens")).isEqualTo(INPUT_TOKENS);
  }

  @Test
  void byDefault_isOff() {
    ProgramRun run = Chats.attached(TestBed.get().newestAgent()).scenarios(SCENARIOS).run();

    assertThat(run.exports().spans())
        .isNotEmpty()
        .noneMatch(span -> span.scope().startsWith("io.opentelemetry.openai"));
  }

  private static String role(SpanRecord span) {
    return String.valueOf(span.attribute("spanRole"));
  }
}
