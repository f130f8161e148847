/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.openai;

import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that an application does with openai-java. */
public final class OpenAiProgram {

  private OpenAiProgram() {}

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
    ResponsesApi.addTo(scenarios);
    Embeddings.addTo(scenarios);
    return scenarios;
  }
}
