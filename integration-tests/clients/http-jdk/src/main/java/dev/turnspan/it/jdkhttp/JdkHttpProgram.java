/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.jdkhttp;

import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that an application does with java.net.http and a model. */
public final class JdkHttpProgram {

  private JdkHttpProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    WholeAnswers.addTo(scenarios);
    Streams.addTo(scenarios);
    PushedStreams.addTo(scenarios);
    Formats.addTo(scenarios);
    Canned.addTo(scenarios);
    ServerScenarios.addTo(scenarios);
    Program.run(scenarios);
  }
}
