/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.fault.FailingExtension;
import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.TestBed;
import org.junit.jupiter.api.Test;

/** Whatever is wrong around it, the application sees what it sees without the agent. */
final class FaultsIT {

  @Test
  void noCollector_isLoggedAndHarmless() {
    ProgramRun run = Chats.runUnharmed(Chats.attached().exportTo(TestBed.get().nobody()));

    assertThat(run.logLinesWith("Failed to export")).isNotEmpty();
    assertThat(run.logLinesWith("Turnspan")).hasSize(1);
  }

  @Test
  void noTemporaryDirectory_switchesTurnspanOff() {
    ProgramRun run =
        Chats.runUnharmed(Chats.attachedAndOff().property("java.io.tmpdir", "/does/not/exist"));

    assertThat(run.logLinesWith("Turnspan")).hasSize(1);
    assertThat(run.logLinesWith("Turnspan is off")).hasSize(1);
    assertThat(run.exports().ownSpans()).isEmpty();
  }

  /** The log tells of the first failure only; the extension of the first at each moment. */
  @Test
  void ownFailure_isLoggedAndHarmless() {
    ProgramRun run = Chats.runFailing(FailingExtension.class);

    for (String moment : FailingProgram.MOMENTS) {
      assertThat(run.logLinesWith("a span fails at its " + moment)).hasSize(1);
    }
    assertThat(run.logLinesWith("Turnspan failed")).isNotEmpty();
  }

  @Test
  void everythingSampledOut_exportsNothing() {
    ProgramRun run =
        Chats.runUnharmed(Chats.attached().property("otel.traces.sampler", "always_off"));

    assertThat(run.exports().spans()).isEmpty();
    assertThat(run.logLinesWith("Turnspan")).hasSize(1);
  }
}
