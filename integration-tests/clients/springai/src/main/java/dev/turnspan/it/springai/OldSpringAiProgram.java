/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

import dev.turnspan.it.program.Program;
import java.util.Map;
import org.springframework.ai.chat.prompt.Prompt;

/** A chat with a version from before 1.0, which Turnspan does not know. */
public final class OldSpringAiProgram {

  private OldSpringAiProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Program.run(
        Map.of(
            "old",
            seen ->
                seen.call(
                    "answer",
                    () ->
                        Models.openAi("sim-n3-sold")
                            .call(new Prompt("hi"))
                            .getResult()
                            .getOutput()
                            .getText())));
  }
}
