/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks the models, their tools, and the HTTP clients below. */
public final class SpringAiModule extends LlmModule {

  /** Called by the agent. */
  public SpringAiModule() {
    super("spring-ai", "Spring AI", ChatModelHook.CHAT_MODEL);
  }

  @Override
  protected List<TypeInstrumentation> hooks() {
    return List.of(
        new ChatModelHook(),
        new LoopingModelHook(),
        new ProviderApiHook(),
        new EmbeddingModelHook(),
        new ToolManagerHook(),
        new ToolCallbackHook(),
        new RestClientHook());
  }

  /** Those that are in every version. Methods of a provider are in an artifact of its own. */
  @Override
  protected List<String> hookedMethods() {
    return List.of(
        ChatModelHook.CHAT_MODEL + "#call",
        ChatModelHook.CHAT_MODEL + "#stream",
        EmbeddingModelHook.EMBEDDING_MODEL + "#call",
        ToolManagerHook.MANAGER + "#executeToolCalls",
        ToolCallbackHook.TOOL_CALLBACK + "#call");
  }
}
