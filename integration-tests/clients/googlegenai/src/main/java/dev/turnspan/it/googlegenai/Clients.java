/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googlegenai;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.genai.Client;
import com.google.genai.types.Content;
import com.google.genai.types.FunctionDeclaration;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.Part;
import com.google.genai.types.Schema;
import com.google.genai.types.Tool;
import com.google.genai.types.Type;
import dev.turnspan.it.program.Program;
import java.util.List;

/** The clients of the program, and what it asks. */
final class Clients {

  /** The same, where nobody listens. */
  static final Client LOST = client(Retries.options(Program.nobody(), 1));

  /** Vertex AI. */
  static final Client VERTEX =
      Client.builder()
          .vertexAI(true)
          .project("project")
          .location("somewhere")
          .credentials(GoogleCredentials.create(new AccessToken("token", null)))
          .httpOptions(Retries.options(Program.provider(), 1))
          .build();

  /** Tools that the application runs by hand. */
  static final GenerateContentConfig TOOLS =
      GenerateContentConfig.builder()
          .tools(
              List.of(
                  Tool.builder()
                      .functionDeclarations(List.of(function("weather"), function("population")))
                      .build()))
          .build();

  private Clients() {}

  /**
   * Google AI. A new client each time: the oldest versions have but two connections, and a stream
   * that is not closed keeps one.
   */
  static Client gemini() {
    return client(Retries.options(Program.provider(), 1));
  }

  /** Whether this version has a class that only newer ones have. */
  static boolean has(String type) {
    try {
      Class.forName("com.google.genai." + type);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  static Client client(HttpOptions options) {
    return Client.builder().apiKey(Program.key()).vertexAI(false).httpOptions(options).build();
  }

  private static FunctionDeclaration function(String name) {
    return FunctionDeclaration.builder()
        .name(name)
        .description(name + " of somewhere")
        .parameters(Schema.builder().type(new Type("OBJECT")).build())
        .build();
  }

  /** The model that answers by the script; its name ends with the scenario's. */
  static String model(String script, String scenario) {
    return "sim-" + script + "-s" + scenario;
  }

  static List<Content> question() {
    return List.of(Content.builder().role("user").parts(List.of(Part.fromText("hi"))).build());
  }
}
