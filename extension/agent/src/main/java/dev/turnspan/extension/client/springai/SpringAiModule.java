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
}
