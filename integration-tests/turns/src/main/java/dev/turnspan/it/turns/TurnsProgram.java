/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything, one after the other. */
public final class TurnsProgram {

  private TurnsProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    Departures.addTo(scenarios);
    Table.addTo(scenarios);
    Boundaries.addTo(scenarios);
    Conversations.addTo(scenarios);
    Frameworks.addTo(scenarios);
    Crowd.addTo(scenarios);
    Program.run(scenarios);
  }
}
