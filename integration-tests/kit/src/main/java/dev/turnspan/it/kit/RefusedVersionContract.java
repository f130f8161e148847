/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What holds for versions of a library that Turnspan does not know. A subclass is a
 * {@code @ParameterizedClass} over {@link ClientUnderTest#refusedRuns}.
 */
public abstract class RefusedVersionContract {

  private final ClientUnderTest.Run run;

  /** Tests one version with one agent. */
  protected RefusedVersionContract(ClientUnderTest.Run run) {
    this.run = run;
  }

  @Test
  void application_seesWhatItSeesWithoutTheAgent() {
    assertThat(run.result().exitCode()).as(String.join("\n", run.result().log())).isZero();
    assertThat(run.result().transcript()).isNotEmpty();
    assertThat(run.result().transcript().values()).noneMatch(seen -> seen.startsWith("thrown"));
    assertThat(run.reference().transcript()).containsAllEntriesOf(run.result().transcript());
  }

  @Test
  void log_tellsOnceThatTheVersionIsLeftAlone() {
    assertThat(run.result().logLinesWith("Turnspan does not know this version of"))
        .hasSize(1)
        .allMatch(line -> line.contains(" and leaves it alone"));
  }

  @Test
  void exportedSpans_areTheAgentsOnly() {
    assertThat(run.result().exports().spans()).noneMatch(SpanRecord::isOurs);
    if (!run.client().isRawHttp()) {
      // What is wrong with an HTTP client may keep the agent away, too.
      assertThat(run.result().exports().spans()).isNotEmpty();
    }
  }
}
