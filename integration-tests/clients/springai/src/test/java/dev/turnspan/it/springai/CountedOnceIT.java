/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.TokenSums;
import dev.turnspan.it.kit.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every token once, whichever level a backend sums over, with all modules of the agent on. */
final class CountedOnceIT {

  @Test
  void loopsOfModels_whoseUsageIsCumulative_countOnce() {
    List<SpanRecord> spans =
        run("1.1.8", "blocking", "modelLoop", "clientToolRounds", "clientStream");

    assertThat(TokenSums.of(spans)).isEqualTo(TokenSums.both(11 + 33 + 33 + 11));
  }

  @Test
  void modelsOnVendorsLibraries_countOnce() {
    List<SpanRecord> spans =
        run("2.0.1", "blocking", "clientToolRounds", "clientStreamTool", "anthropicBlocking");

    assertThat(TokenSums.of(spans)).isEqualTo(TokenSums.both(11 + 33 + 22 + 20));
  }

  private static List<SpanRecord> run(String version, String... scenarios) {
    TestBed bed = TestBed.get();
    return SpringAiContractIT.CLIENT
        .launcher(version)
        .agent(bed.agent(bed.newestAgent()), Workspace.extension())
        .scenarios(scenarios)
        .run()
        .exports()
        .spans();
  }
}
