/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ProgramLauncher;
import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.TokenSums;
import dev.turnspan.it.kit.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The library's own spans where Turnspan does not know the library. Beside its hooks they are part
 * of the contract; alone, with every hook off, one of the producers.
 */
final class NativeSpansIT {

  private static final String NEWEST = "3.13.0";
  static final String[] SCENARIOS = {
    "blocking",
    "async",
    "streaming",
    "asyncStreaming",
    "detailedUsage",
    "betaStreaming",
    "toolRunner"
  };

  /** The prompt tokens that the provider reported for these, cached ones included. */
  static final long INPUT_TOKENS = 4 * 11 + 2 * 20 + 2 * 11;

  @Test
  void aroundWhatIsSeenOnTheWire_countNothing() {
    TestBed bed = TestBed.get();
    List<SpanRecord> spans =
        new ProgramLauncher(
                AnthropicProgram.class,
                bed.classPath(List.of("com.anthropic:anthropic-java:" + NEWEST)))
            .agent(bed.agent(bed.newestAgent()), Workspace.extension())
            .modulesInUse()
            .property("otel.instrumentation.turnspan-anthropic.enabled", "false")
            .scenarios(SCENARIOS)
            .run()
            .exports()
            .spans();

    assertThat(spans).anyMatch(span -> span.scope().startsWith("com.anthropic.sdk"));
    assertThat(TokenSums.of(spans)).isEqualTo(TokenSums.both(INPUT_TOKENS));
  }
}
