/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.langchain4j;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel.OpenAiChatModelBuilder;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder;
import dev.turnspan.it.program.Program;
import java.time.Duration;
import java.util.Arrays;

/** The models of the program, and what it notes of their answers. */
final class Models {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private Models() {}

  /** The model that answers by the script; its name ends with the scenario's. */
  static String name(String script, String scenario) {
    return "sim-" + script + "-s" + scenario;
  }

  /** Fails at once. */
  static OpenAiChatModelBuilder blocking(String name) {
    return OpenAiChatModel.builder()
        .baseUrl(Program.provider())
        .apiKey(Program.key())
        .modelName(name)
        .timeout(TIMEOUT)
        .maxRetries(0);
  }

  static OpenAiStreamingChatModelBuilder streaming(String name) {
    return OpenAiStreamingChatModel.builder()
        .baseUrl(Program.provider())
        .apiKey(Program.key())
        .modelName(name)
        .timeout(TIMEOUT);
  }

  /** Only what the application uses: newer versions keep the raw response, with its date. */
  static String describe(ChatResponse response) {
    return response.id()
        + " "
        + response.modelName()
        + " "
        + response.aiMessage().text()
        + " "
        + response.aiMessage().toolExecutionRequests()
        + " "
        + response.finishReason()
        + " "
        + response.metadata().tokenUsage();
  }

  /** Whether the version under test has a public method of this name. */
  static boolean has(Class<?> type, String method) {
    return Arrays.stream(type.getMethods()).anyMatch(each -> each.getName().equals(method));
  }

  /** Calls a method that only some versions have. */
  static void call(Object target, String method, Class<?> type, Object argument)
      throws ReflectiveOperationException {
    target.getClass().getMethod(method, type).invoke(target, argument);
  }
}
