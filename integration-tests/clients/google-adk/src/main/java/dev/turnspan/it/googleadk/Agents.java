/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googleadk;

import com.google.adk.agents.LlmAgent;
import com.google.adk.models.Gemini;
import com.google.genai.Client;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import dev.turnspan.it.program.Program;

/** The agents of the program, and the client of their models. */
final class Agents {

  private Agents() {}

  /**
   * A client of the models.
   *
   * @param attempts how often it tries
   */
  static Client client(int attempts) {
    return Client.builder()
        .apiKey(Program.key())
        .vertexAI(false)
        .httpOptions(
            HttpOptions.builder()
                .baseUrl(Program.provider())
                .retryOptions(
                    HttpRetryOptions.builder()
                        .attempts(attempts)
                        .initialDelay(0.001)
                        .maxDelay(0.001)
                        .build())
                .build())
        .build();
  }

  /** An agent whose model answers by the script; its name ends with the scenario's. */
  static LlmAgent.Builder agent(String script, String scenario) {
    return agent(script, scenario, 1);
  }

  static LlmAgent.Builder agent(String script, String scenario, int attempts) {
    return LlmAgent.builder()
        .name("helper")
        .description("helps")
        .model(new Gemini("sim-" + script + "-s" + scenario, client(attempts)));
  }
}
