/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.azureopenai;

import com.azure.ai.openai.models.ChatCompletionsOptions;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import java.util.List;
import java.util.Map;

/** A chat with a version from before tools, whose messages are of one class. */
public final class OldAzureOpenAiProgram {

  private static final String MODELS = "com.azure.ai.openai.models.";

  private OldAzureOpenAiProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Program.run(Map.of("old", OldAzureOpenAiProgram::chat));
  }

  private static void chat(Observation seen) throws Exception {
    Class<?> role = Class.forName(MODELS + "ChatRole");
    Class<?> type = Class.forName(MODELS + "ChatMessage");
    Object message =
        type.getConstructor(role, String.class).newInstance(role.getField("USER").get(null), "hi");
    ChatCompletionsOptions options =
        ChatCompletionsOptions.class.getConstructor(List.class).newInstance(List.of(message));
    seen.call(
        "answer",
        () ->
            Clients.STRICT
                .buildClient()
                .getChatCompletions(Clients.model("n3", "old"), options)
                .getId());
  }
}
