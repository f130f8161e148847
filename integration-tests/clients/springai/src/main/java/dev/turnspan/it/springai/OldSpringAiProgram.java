/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

import dev.turnspan.it.program.Program;
import java.util.Map;
import org.springframework.ai.chat.model.ChatModel;

/**
 * One call, as it was made before 1.0: its models had constructors. Needs no class that it lacks.
 */
public final class OldSpringAiProgram {

  private static final String OPENAI = "org.springframework.ai.openai.";

  private OldSpringAiProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Program.run(
        Map.of("blocking", seen -> seen.call("answer", () -> model("sim-n3").call("hello"))));
  }

  private static ChatModel model(String name) throws ReflectiveOperationException {
    Class<?> apiType = Class.forName(OPENAI + "api.OpenAiApi");
    Object api =
        apiType
            .getConstructor(String.class, String.class)
            // This version adds the path itself.
            .newInstance(Program.provider().replaceFirst("/v1$", ""), Program.key());
    Class<?> optionsType = Class.forName(OPENAI + "OpenAiChatOptions");
    Object options = optionsType.getMethod("builder").invoke(null);
    options.getClass().getMethod("model", String.class).invoke(options, name);
    return (ChatModel)
        Class.forName(OPENAI + "OpenAiChatModel")
            .getConstructor(apiType, optionsType)
            .newInstance(api, options.getClass().getMethod("build").invoke(options));
  }
}
