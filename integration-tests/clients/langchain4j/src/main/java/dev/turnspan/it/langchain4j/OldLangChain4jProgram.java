/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.langchain4j;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import java.lang.reflect.Method;
import java.util.Map;

/**
 * A chat with a version from before the names that Turnspan knows: the model is called by its old
 * interface.
 */
public final class OldLangChain4jProgram {

  private OldLangChain4jProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Program.run(Map.of("old", OldLangChain4jProgram::chat));
  }

  private static void chat(Observation seen) throws Exception {
    Object builder =
        Class.forName("dev.langchain4j.model.openai.OpenAiChatModel")
            .getMethod("builder")
            .invoke(null);
    call(builder, "baseUrl", Program.provider());
    call(builder, "apiKey", Program.key());
    call(builder, "modelName", "sim-n3-sold");
    Object model = builder.getClass().getMethod("build").invoke(builder);
    Method ask = ask(Class.forName("dev.langchain4j.model.chat.ChatLanguageModel"));
    seen.call("answer", () -> ask.invoke(model, "hi"));
  }

  private static Method ask(Class<?> model) throws NoSuchMethodException {
    try {
      return model.getMethod("generate", String.class);
    } catch (NoSuchMethodException e) {
      return model.getMethod("chat", String.class);
    }
  }

  private static void call(Object target, String method, String argument) throws Exception {
    target.getClass().getMethod(method, String.class).invoke(target, argument);
  }
}
