/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import java.util.Map;

/**
 * A chat with a version from before the names that Turnspan knows: everything below the client is
 * called by its old name.
 */
public final class OldOpenAiProgram {

  private static final String PARAMS = "com.openai.models.ChatCompletionCreateParams";

  private OldOpenAiProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Program.run(Map.of("old", OldOpenAiProgram::chat));
  }

  private static void chat(Observation seen) throws Exception {
    OpenAIClient client =
        OpenAIOkHttpClient.builder().apiKey(Program.key()).baseUrl(Program.provider()).build();
    Object builder = Class.forName(PARAMS).getMethod("builder").invoke(null);
    call(builder, "model", "sim-n3-sold");
    call(builder, "addUserMessage", "hi");
    Object params = builder.getClass().getMethod("build").invoke(builder);
    Object chat = OpenAIClient.class.getMethod("chat").invoke(client);
    Object completions =
        Class.forName("com.openai.services.blocking.ChatService")
            .getMethod("completions")
            .invoke(chat);
    seen.call(
        "answer",
        () ->
            Class.forName("com.openai.services.blocking.chat.CompletionService")
                .getMethod("create", params.getClass())
                .invoke(completions, params));
  }

  private static void call(Object target, String method, String argument) throws Exception {
    target.getClass().getMethod(method, String.class).invoke(target, argument);
  }
}
