/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googlegenai;

import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that an application does with google-genai. */
public final class GoogleGenAiProgram {

  private GoogleGenAiProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    WholeAnswers.addTo(scenarios);
    Streams.addTo(scenarios);
    Tools.addTo(scenarios);
    Embeddings.addTo(scenarios);
    Retries.addTo(scenarios);
    Program.run(scenarios);
  }
}
