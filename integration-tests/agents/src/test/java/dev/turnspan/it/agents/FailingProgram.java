/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.agents;

import dev.turnspan.it.openai.OpenAiProgram;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an application does with openai-java, once for each moment at which Turnspan fails. */
public final class FailingProgram {

  /** As the failing extension knows them. */
  static final List<String> MOMENTS = List.of("start", "end");

  private FailingProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    for (String moment : MOMENTS) {
      OpenAiProgram.scenarios()
          .forEach((name, scenario) -> scenarios.put(at(moment, name), failing(moment, scenario)));
    }
    Program.run(scenarios);
  }

  private static Scenario failing(String moment, Scenario scenario) {
    return seen -> {
      System.setProperty("it.fail.at", moment);
      scenario.run(seen);
    };
  }

  /** The name of a scenario during which Turnspan fails. */
  static String at(String moment, String scenario) {
    return scenario + "@" + moment;
  }
}
