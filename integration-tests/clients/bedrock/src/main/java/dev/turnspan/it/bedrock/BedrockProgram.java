/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.bedrock;

import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that an application does with Bedrock's runtime. */
public final class BedrockProgram {

  private BedrockProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Program.run(scenarios());
  }

  /** By name. */
  public static Map<String, Scenario> scenarios() {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    Conversations.addTo(scenarios);
    ConverseStreams.addTo(scenarios);
    Tools.addTo(scenarios);
    InvokedModels.addTo(scenarios);
    InvokedStreams.addTo(scenarios);
    ServerScenarios.addTo(scenarios);
    return scenarios;
  }
}
