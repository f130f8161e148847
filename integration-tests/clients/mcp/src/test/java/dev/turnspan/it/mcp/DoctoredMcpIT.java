/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ClientUnderTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** An SDK that Turnspan does not know is left alone; the models that are asked are still seen. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class DoctoredMcpIT {

  private final ClientUnderTest.Run run;

  DoctoredMcpIT(ClientUnderTest.Run run) {
    this.run = run;
  }

  static Stream<ClientUnderTest.Run> runs() {
    return McpIT.CLIENT.doctoredRuns();
  }

  @Test
  void application_seesWhatItSeesWithoutTheAgent() {
    assertThat(run.result().exitCode()).as(String.join("\n", run.result().log())).isZero();
    assertThat(run.result().transcript()).isNotEmpty();
    assertThat(run.reference().transcript()).containsAllEntriesOf(run.result().transcript());
  }

  @Test
  void log_tellsOnceThatTheVersionIsLeftAlone() {
    assertThat(run.result().logLinesWith("Turnspan does not know this version of"))
        .singleElement()
        .matches(line -> line.contains("the MCP Java SDK and leaves it alone"));
  }

  @Test
  void exportedSpans_haveNoToolCallButTheInferred() {
    assertThat(run.result().exports().ownSpans())
        .isNotEmpty()
        .noneMatch(span -> span.is("tool-call") && span.attribute("inferred") == null);
  }
}
