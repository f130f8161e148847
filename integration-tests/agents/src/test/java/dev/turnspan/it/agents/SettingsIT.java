/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ProgramLauncher;
import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.SpanRecord;
import org.junit.jupiter.api.Test;

/** Settings take effect, and broken ones are told of. */
final class SettingsIT {

  @Test
  void brokenSettings_costOneWarningEach() {
    ProgramRun run =
        Chats.runUnharmed(
            Chats.attached()
                .property("turnspan.nonsense", "banana")
                .property("turnspan.normalize.originals", "maybe")
                .property("turnspan.turn.idle-timeout", "soon"));

    assertThat(run.logLinesWith("turnspan.nonsense"))
        .singleElement()
        .asString()
        .contains("WARN", "banana", "accepted", "turnspan.enabled", "turnspan.turn.idle-timeout");
    assertThat(run.logLinesWith("turnspan.normalize.originals="))
        .singleElement()
        .asString()
        .contains("WARN", "maybe", "accepted", "keep or drop");
    assertThat(run.logLinesWith("turnspan.turn.idle-timeout="))
        .singleElement()
        .asString()
        .contains("WARN", "soon", "accepted", "60s");
    assertThat(run.exports().ownSpans()).isNotEmpty();
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

  @Test
  void clientSwitchedOff_isStillSeenOnTheWire() {
    ProgramRun run = Chats.runUnharmed(withoutClient());

    assertThat(run.exports().ownSpans())
        .extracting(SpanRecord::name)
        .contains("turn", "step", "provider.request");
  }

  @Test
  void clientAndHttpSwitchedOff_writeNothing() {
    ProgramRun run =
        Chats.runUnharmed(
            withoutClient().property("otel.instrumentation.turnspan-http.enabled", "false"));

    assertThat(run.exports().spans()).isNotEmpty().noneMatch(SpanRecord::isOurs);
  }

  private static ProgramLauncher withoutClient() {
    return Chats.attached().property("otel.instrumentation.turnspan-openai.enabled", "false");
  }

  @Test
  void mirrorSwitchedOff_leavesOurNames() {
    ProgramRun run =
        Chats.runUnharmed(Chats.attached().property("turnspan.genai-attributes", "false"));

    assertThat(run.exports().ownSpans())
        .isNotEmpty()
        .allSatisfy(
            span ->
                assertThat(span.attributes().keySet())
                    .contains("spanRole", "turnId")
                    .noneMatch(key -> key.startsWith("gen_ai.")));
  }
}
