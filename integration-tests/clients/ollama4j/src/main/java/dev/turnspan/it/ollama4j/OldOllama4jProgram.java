/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.ollama4j;

import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import io.github.ollama4j.OllamaAPI;
import io.github.ollama4j.utils.OptionsBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** What there was in 1.0.79 already. */
public final class OldOllama4jProgram {

  private OldOllama4jProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    scenarios.put("generate", seen -> seen.call("text", OldOllama4jProgram::generate));
    Program.run(scenarios);
  }

  private static Object generate() throws Exception {
    OllamaAPI api = new OllamaAPI(Ollama4jProgram.server(Program.provider()));
    api.setVerbose(false);
    Object result =
        Reflection.call(
            api,
            "generate",
            Ollama4jProgram.model("n3", "generate"),
            "hi",
            false,
            new OptionsBuilder().build());
    return String.valueOf(Reflection.call(result, "getResponse"));
  }
}
