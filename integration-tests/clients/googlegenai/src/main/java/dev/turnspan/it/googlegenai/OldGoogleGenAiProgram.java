/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googlegenai;

import com.google.genai.Client;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.HttpOptions;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import java.util.Map;

/** A call with a version whose types are not those that Turnspan knows. */
public final class OldGoogleGenAiProgram {

  private OldGoogleGenAiProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Program.run(Map.of("old", OldGoogleGenAiProgram::generate));
  }

  private static void generate(Observation seen) {
    Client client =
        Client.builder()
            .apiKey(Program.key())
            .vertexAI(false)
            .httpOptions(HttpOptions.builder().baseUrl(Program.provider()).build())
            .build();
    GenerateContentConfig config = GenerateContentConfig.builder().build();
    // Named here: the other classes of the program know types that these versions do not have.
    seen.call("answer", () -> client.models.generateContent("sim-n3-sold", "hi", config).text());
  }
}
