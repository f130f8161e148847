/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.SpanRecord;
import org.junit.jupiter.api.Test;

/** Settings take effect, and broken ones are told of. */
final class SettingsIT {

  private static final ProgramRun RUN =
      Chats.runUnharmed(
          Chats.attached()
              .property("turnspan.genai-attributes", "false")
              .property("turnspan.nonsense", "banana")
              .property("turnspan.normalize.originals", "maybe")
              .property("turnspan.turn.idle-timeout", "soon"));

  @Test
  void brokenSettings_costOneWarningEach() {
    assertThat(RUN.logLinesWith("turnspan.nonsense"))
        .singleElement()
        .asString()
        .contains("WARN", "banana", "accepted", "turnspan.enabled", "turnspan.turn.idle-timeout");
    assertThat(RUN.logLinesWith("turnspan.normalize.originals="))
        .singleElement()
        .asString()
        .contains("WARN", "maybe", "accepted", "keep or drop");
    assertThat(RUN.logLinesWith("turnspan.turn.idle-timeout="))
        .singleElement()
        .asString()
        .contains("WARN", "soon", "accepted", "60s");
  }

  @Test
  void mirrorSwitchedOff_leavesOurNames() {
    assertThat(RUN.exports().ownSpans())
        .isNotEmpty()
        .allSatisfy(
            span ->
                assertThat(span.attributes().keySet())
                    .contains("spanRole", "turnId")
                    .noneMatch(key -> key.startsWith("gen_ai.")));
  }

  @Test
  void switchedOff_writesNothing() {
    ProgramRun run =
        Chats.runUnharmed(Chats.attachedAndOff().property("turnspan.enabled", "false"));

    assertThat(run.exports().spans()).isNotEmpty().noneMatch(SpanRecord::isOurs);
    assertThat(run.logLinesWith("Turnspan"))
        .singleElement()
        .asString()
        .contains("Turnspan is off", "turnspan.enabled");
  }
}
