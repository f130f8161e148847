/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.langchain4j;

import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that an application does with LangChain4j. */
public final class LangChain4jProgram {

  private LangChain4jProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    WholeAnswers.addTo(scenarios);
    Streams.addTo(scenarios);
    Cancellation.addTo(scenarios);
    Transports.addTo(scenarios);
    ToolsByHand.addTo(scenarios);
    Services.addTo(scenarios);
    StreamingServices.addTo(scenarios);
    ServerScenarios.addTo(scenarios);
    Embeddings.addTo(scenarios);
    Program.run(scenarios);
  }
}
