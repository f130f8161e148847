/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.anthropic;

import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that an application does with anthropic-java. */
public final class AnthropicProgram {

  private AnthropicProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Program.run(scenarios());
  }

  /** By name. */
  public static Map<String, Scenario> scenarios() {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    WholeAnswers.addTo(scenarios);
    Streams.addTo(scenarios);
    PushedStreams.addTo(scenarios);
    Collected.addTo(scenarios);
    Tools.addTo(scenarios);
    RawResponses.addTo(scenarios);
    ServerScenarios.addTo(scenarios);
    BetaMessages.addTo(scenarios);
    ToolRunners.addTo(scenarios);
    Threads.addTo(scenarios);
    return scenarios;
  }
}
