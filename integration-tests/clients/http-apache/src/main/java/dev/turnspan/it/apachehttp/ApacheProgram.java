/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.apachehttp;

import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that a hand-written client does with Apache HttpClient 5. */
public final class ApacheProgram {

  private ApacheProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    Classic.addTo(scenarios);
    Asynchronous.addTo(scenarios);
    Program.run(scenarios);
  }
}
