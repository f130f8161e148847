/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googlegenai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ProgramLauncher;
import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.TokenSums;
import dev.turnspan.it.kit.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Neither the library nor the agent has spans of its own for Gemini; what could count a call twice
 * is the hook on OkHttp below. That it does not is part of the contract, and of the expected spans;
 * this shows that it would.
 */
final class CountedOnceIT {

  private static final String NEWEST = "2.0.0";
  private static final String[] SCENARIOS = {
    "blocking", "async", "streaming", "asyncStreaming", "detailedUsage", "function", "retried"
  };

  /** The prompt tokens that the provider reported for these. */
  private static final long INPUT_TOKENS = 4 * 11 + 20 + 2 * 11 + 11;

  @Test
  void withoutTheHooksOnTheLibrary_thoseOnHttpCountTheSame() {
    TestBed bed = TestBed.get();
    List<SpanRecord> spans =
        new ProgramLauncher(
                GoogleGenAiProgram.class,
                bed.classPath(List.of("com.google.genai:google-genai:" + NEWEST)))
            .agent(bed.agent(bed.newestAgent()), Workspace.extension())
            .modulesInUse()
            .property("otel.instrumentation.turnspan-google-genai.enabled", "false")
            .scenarios(SCENARIOS)
            .run()
            .exports()
            .spans();

    assertThat(TokenSums.of(spans)).isEqualTo(TokenSums.both(INPUT_TOKENS));
  }
}
