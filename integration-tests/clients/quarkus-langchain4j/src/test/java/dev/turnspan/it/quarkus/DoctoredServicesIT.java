/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.Workspace;
import org.junit.jupiter.api.Test;

/** Services that lack what Turnspan needs are left alone; the models below are still seen. */
final class DoctoredServicesIT {

  private static final String SCENARIO = "toolTurn";

  /** Streams begin here; the scenario has none. */
  private static final String TAKEN_OUT =
      "io.quarkiverse.langchain4j.runtime.aiservice.QuarkusAiServiceTokenStream#start";

  @Test
  void servicesWithoutAMethod_areLeftAloneWithOneLine() {
    ProgramRun run =
        Packaged.doctored(TAKEN_OUT)
            .agent(TestBed.get().agent(TestBed.get().newestAgent()), Workspace.extension())
            .modulesInUse()
            .scenarios(SCENARIO)
            .run();

    assertThat(run.exitCode()).as(String.join("\n", run.log())).isZero();
    assertThat(run.transcript()).isNotEmpty();
    assertThat(Packaged.reference().join().transcript()).containsAllEntriesOf(run.transcript());
    assertThat(run.logLinesWith("Turnspan does not know this version of"))
        .singleElement()
        .asString()
        .contains("Quarkus LangChain4j and leaves it alone: Missing method " + TAKEN_OUT);
    assertThat(run.exports().ownSpans())
        .isNotEmpty()
        .noneMatch(span -> span.attributes().containsKey("conversationId"));
  }
}
