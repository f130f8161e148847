/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.ollama;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import java.lang.reflect.Method;
import java.util.Map;

/** A chat with a version whose models are of another interface. */
public final class OldOllamaProgram {

  private OldOllamaProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Program.run(Map.of("old", OldOllamaProgram::chat));
  }

  private static void chat(Observation seen) throws Exception {
    Object builder =
        Class.forName("dev.langchain4j.model.ollama.OllamaChatModel")
            .getMethod("builder")
            .invoke(null);
    call(builder, "baseUrl", Models.server(Program.provider()));
    call(builder, "modelName", Models.name("n3", "old"));
    Object model = builder.getClass().getMethod("build").invoke(builder);
    Method ask =
        Class.forName("dev.langchain4j.model.chat.ChatLanguageModel")
            .getMethod("generate", String.class);
    seen.call("answer", () -> ask.invoke(model, "hi"));
  }

  private static void call(Object target, String method, String argument) throws Exception {
    target.getClass().getMethod(method, String.class).invoke(target, argument);
  }
}
