/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What holds for versions of a library that Turnspan does not know. A subclass is a
 * {@code @ParameterizedClass} over {@link RefusedRun#all}.
 */
public abstract class RefusedVersionContract {

  private final RefusedRun run;

  /** Tests one version with one agent. */
  protected RefusedVersionContract(RefusedRun run) {
    this.run = run;
  }

  @Test
  void application_seesWhatItSeesWithoutTheAgent() {
    assertThat(run.result().exitCode()).as(String.join("\n", run.result().log())).isZero();
    assertThat(run.transcript()).isNotEmpty();
    assertThat(run.transcript().values()).noneMatch(seen -> seen.startsWith("thrown"));
    assertThat(run.version().reference().transcript()).containsAllEntriesOf(run.transcript());
  }

  @Test
  void log_tellsOnceThatTheVersionIsLeftAlone() {
    assertThat(run.log())
        .filteredOn(line -> line.contains("Turnspan does not know this version of"))
        .singleElement()
        .asString()
        .contains(" and leaves it alone");
  }

  @Test
  void exportedSpans_areTheAgentsOnly() {
    assertThat(run.result().exports().spans()).noneMatch(SpanRecord::isOurs);
    if (!run.version().client().isRawHttp()) {
      // What is wrong with an HTTP client may keep the agent away, too.
      assertThat(run.result().exports().spans())
          .hasSizeGreaterThanOrEqualTo(run.result().transcript().size());
    }
  }
}
