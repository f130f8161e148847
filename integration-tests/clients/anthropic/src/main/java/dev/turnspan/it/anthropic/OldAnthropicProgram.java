/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.services.blocking.MessageService;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import java.util.Map;

/**
 * A message with a version from before the names that Turnspan knows: everything below the client
 * is called by its old name.
 */
public final class OldAnthropicProgram {

  private static final String PARAMS = "com.anthropic.models.MessageCreateParams";

  private OldAnthropicProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Program.run(Map.of("old", OldAnthropicProgram::chat));
  }

  private static void chat(Observation seen) throws Exception {
    AnthropicClient client =
        AnthropicOkHttpClient.builder()
            .apiKey(Program.key())
            .baseUrl(Program.provider().replaceAll("/v1$", ""))
            .build();
    Object builder = Class.forName(PARAMS).getMethod("builder").invoke(null);
    call(builder, "model", String.class, "sim-n3-sold");
    call(builder, "maxTokens", long.class, Clients.MAX_TOKENS);
    call(builder, "addUserMessage", String.class, "hi");
    Object params = builder.getClass().getMethod("build").invoke(builder);
    MessageService messages = client.messages();
    seen.call(
        "answer",
        () -> MessageService.class.getMethod("create", params.getClass()).invoke(messages, params));
  }

  private static void call(Object target, String method, Class<?> type, Object argument)
      throws ReflectiveOperationException {
    target.getClass().getMethod(method, type).invoke(target, argument);
  }
}
