/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that an application does with Spring AI. */
public final class SpringAiProgram {

  private SpringAiProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Program.run(scenarios());
  }

  /** By name. */
  public static Map<String, Scenario> scenarios() {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    // Whole answers first: the oldest agent sees no more requests of a thread's blocking client
    // once that thread has subscribed to a stream of the reactive one.
    WholeAnswers.addTo(scenarios);
    Clients.addTo(scenarios);
    OtherProviders.addWholeAnswersTo(scenarios);
    Streams.addTo(scenarios);
    StreamingClients.addTo(scenarios);
    OtherProviders.addStreamsTo(scenarios);
    ServerScenarios.addTo(scenarios);
    return scenarios;
  }
}
