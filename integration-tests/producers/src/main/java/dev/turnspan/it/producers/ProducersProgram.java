/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.producers;

import dev.turnspan.it.anthropic.AnthropicProgram;
import dev.turnspan.it.bedrock.BedrockProgram;
import dev.turnspan.it.googleadk.GoogleAdkProgram;
import dev.turnspan.it.openai.OpenAiProgram;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.springai.SpringAiProgram;
import java.util.LinkedHashMap;
import java.util.Map;

/** An application that has several libraries; a scenario's name begins with its library's. */
public final class ProducersProgram {

  private ProducersProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Map<String, Scenario> all = new LinkedHashMap<>();
    // First: what it tells of a stream it tells after the application has seen the end.
    add(all, "spring", SpringAiProgram.scenarios());
    add(all, "openai", OpenAiProgram.scenarios());
    add(all, "anthropic", AnthropicProgram.scenarios());
    add(all, "bedrock", BedrockProgram.scenarios());
    add(all, "adk", GoogleAdkProgram.scenarios());
    add(all, "agentscope", AgentScope.scenarios());
    add(all, "koog", Koog.scenarios());
    Program.run(all);
  }

  private static void add(
      Map<String, Scenario> all, String library, Map<String, Scenario> scenarios) {
    scenarios.forEach((name, scenario) -> all.put(library + "." + name, scenario));
  }
}
