/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googleadk;

import com.google.adk.agents.LlmAgent;
import com.google.adk.models.Gemini;
import com.google.adk.runner.InMemoryRunner;
import com.google.genai.types.Content;
import com.google.genai.types.Part;
import dev.turnspan.it.program.Program;
import java.util.Map;

/** What can be said in versions before 1.0 as well. */
public final class OldGoogleAdkProgram {

  private OldGoogleAdkProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Program.run(
        Map.of(
            "blocking",
            seen -> {
              LlmAgent agent =
                  LlmAgent.builder()
                      .name("helper")
                      .model(new Gemini("sim-n3-sblocking", Agents.client(1)))
                      .build();
              InMemoryRunner runner = new InMemoryRunner(agent, "app");
              String session =
                  runner.sessionService().createSession("app", "user").blockingGet().id();
              runner
                  .runAsync("user", session, Content.fromParts(Part.fromText("hi")))
                  .blockingForEach(event -> seen.value("event", event.author()));
            }));
  }
}
