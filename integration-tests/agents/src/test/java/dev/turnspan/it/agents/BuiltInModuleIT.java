/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.TokenSums;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The agent's own module for openai-java, which Turnspan would switch off. That it does is part of
 * the contract: the expected spans have none of that module.
 */
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
    ProgramRun run =
        Chats.attached(agent).modulesInUse().builtInModules().scenarios(SCENARIOS).run();
    List<SpanRecord> spans = run.exports().spans();

    assertThat(run.transcript()).isEqualTo(REFERENCE.transcript());
    assertThat(spans).anyMatch(span -> span.scope().startsWith("io.opentelemetry.openai"));
    assertThat(spans).filteredOn(span -> span.is("provider.request")).hasSize(3);
    assertThat(TokenSums.of(spans)).isEqualTo(TokenSums.both(INPUT_TOKENS));
    assertThat(TokenSums.sum(spans, "duplicate.gen_ai.usage.input_tokens")).isEqualTo(INPUT_TOKENS);
  }
}
