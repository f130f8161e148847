/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.TokenSums;
import dev.turnspan.it.kit.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Quarkus writes spans of its own around services, models and tools. */
final class TracedServicesIT {

  /** Prompt tokens of one answer, of one with a tool, and of one that is streamed. */
  private static final long INPUT_TOKENS = 11 + 22 + 11;

  @Test
  void eachCall_isCountedOnceBesideQuarkusOwnSpans() {
    List<SpanRecord> spans =
        Packaged.traced()
            .agent(TestBed.get().agent(TestBed.get().newestAgent()), Workspace.extension())
            .scenarios("blocking", "toolTurn", "streaming")
            .run()
            .exports()
            .spans();

    assertThat(TokenSums.of(spans)).isEqualTo(TokenSums.both(INPUT_TOKENS));
    assertThat(TokenSums.sum(spans, "duplicate.gen_ai.usage.prompt_tokens"))
        .isEqualTo(INPUT_TOKENS);
    assertThat(spans)
        .filteredOn(span -> span.scope().startsWith("io.quarkus.opentelemetry"))
        .filteredOn(span -> span.name().startsWith("completion "))
        .hasSize(4)
        .allSatisfy(span -> assertThat(span.attribute("spanRole")).isEqualTo("other"));
    assertThat(spans).filteredOn(span -> span.is("turn")).hasSize(3);
  }
}
