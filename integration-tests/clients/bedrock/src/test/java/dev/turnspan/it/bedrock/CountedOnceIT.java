/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.TokenSums;
import dev.turnspan.it.kit.Workspace;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The agent's own module for the AWS SDK writes a span inside each request of ours. */
final class CountedOnceIT {

  private static final String NEWEST = "2.57.8";

  private static final String[] SCENARIOS = {
    "blocking", "streaming", "retriedAsync", "detailedUsage", "invokeNova", "asyncStreaming"
  };

  /** The prompt tokens that the provider reported for these. */
  private static final long INPUT_TOKENS = 11 + 11 + 11 + 20 + 20 + 11;

  /** Without what was read from caches or written to them, as the agent's module has it. */
  private static final long FRESH_TOKENS = 11 + 11 + 11 + 9 + 12 + 11;

  @Test
  void withLatestConventions_eachCallIsCountedOnce() {
    List<SpanRecord> spans =
        BedrockContractIT.CLIENT
            .launcher(NEWEST)
            .agent(TestBed.get().agent(TestBed.get().newestAgent()), Workspace.extension())
            .modulesInUse()
            .property("otel.semconv-stability.opt-in", "gen_ai_latest_experimental")
            .scenarios(SCENARIOS)
            .run()
            .exports()
            .spans();

    assertCountedOnce(spans);
  }

  /** In what came out of the scenarios, however many others there are. */
  static void assertCountedOnce(ProgramRun run) {
    assertCountedOnce(
        Stream.of(SCENARIOS).map(run.exports()::tracesOf).flatMap(List::stream).toList());
  }

  private static void assertCountedOnce(List<SpanRecord> spans) {
    assertThat(TokenSums.of(spans)).isEqualTo(TokenSums.both(INPUT_TOKENS));
    assertThat(TokenSums.sum(spans, "duplicate.gen_ai.usage.input_tokens")).isEqualTo(FRESH_TOKENS);
    assertThat(spans)
        .filteredOn(span -> span.scope().startsWith("io.opentelemetry.aws-sdk"))
        .hasSize(SCENARIOS.length)
        .allSatisfy(
            span -> {
              assertThat(span.name()).startsWith("chat ");
              assertThat(span.attribute("spanRole")).isEqualTo("other");
            });
  }
}
