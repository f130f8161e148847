/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.bedrock;

import dev.turnspan.it.program.Program;
import java.util.Map;

/** Uses only what the versions before Converse have, too. */
public final class OldBedrockProgram {

  private OldBedrockProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Program.run(
        Map.of(
            "old",
            seen ->
                seen.call(
                    "answer",
                    () ->
                        InvokedModels.body(
                            Clients.STRICT.invokeModel(
                                InvokedModels.request(
                                    Clients.claude("n3", "old"), InvokedModels.CLAUDE))))));
  }
}
