/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.ollama;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel.OllamaChatModelBuilder;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.turnspan.it.program.Program;
import java.lang.reflect.Method;
import java.time.Duration;

/** The models of the program, and what it notes of their answers. */
final class Models {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private Models() {}

  /** The model that answers by the script; its name ends with the scenario's. */
  static String name(String script, String scenario) {
    return "sim-" + script + "-s" + scenario;
  }

  static String server(String baseUrl) {
    return baseUrl.replaceAll("/v1$", "");
  }

  static OllamaChatModelBuilder blocking(String name) {
    return thinking(
        OllamaChatModel.builder()
            .baseUrl(server(Program.provider()))
            .modelName(name)
            .timeout(TIMEOUT)
            .maxRetries(0));
  }

  static OllamaStreamingChatModel streaming(String name) {
    return thinking(
            OllamaStreamingChatModel.builder()
                .baseUrl(server(Program.provider()))
                .modelName(name)
                .timeout(TIMEOUT))
        .build();
  }

  /** Since 1.4 thoughts are not part of the answer, and passed on only if asked for. */
  private static <B> B thinking(B builder) {
    for (Method method : builder.getClass().getMethods()) {
      if (method.getName().equals("returnThinking")) {
        try {
          method.invoke(builder, true);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return builder;
  }

  static String describe(ChatResponse response) {
    return response.modelName()
        + " "
        + response.aiMessage().text()
        + " "
        + response.aiMessage().toolExecutionRequests().size()
        + " "
        + response.finishReason()
        + " "
        + response.metadata().tokenUsage();
  }
}
