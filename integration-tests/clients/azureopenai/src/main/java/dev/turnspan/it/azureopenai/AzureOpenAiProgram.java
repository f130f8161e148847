/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.azureopenai;

import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that an application does with azure-ai-openai. */
public final class AzureOpenAiProgram {

  private AzureOpenAiProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    WholeAnswers.addTo(scenarios);
    Streams.addTo(scenarios);
    ReactiveStreams.addTo(scenarios);
    Tools.addTo(scenarios);
    Program.run(scenarios);
  }
}
