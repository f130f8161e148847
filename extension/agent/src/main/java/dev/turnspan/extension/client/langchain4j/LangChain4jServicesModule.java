/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/**
 * Hooks AI services and their tools. The landmark came with 1.0: the chat models refuse the rest.
 */
public final class LangChain4jServicesModule extends LlmModule {

  /** Called by the agent. */
  public LangChain4jServicesModule() {
    super(
        "langchain4j",
        "LangChain4j's AI services",
        "dev.langchain4j.service.memory.ChatMemoryAccess");
  }

  @Override
  protected List<TypeInstrumentation> hooks() {
    return List.of(
        new AiServiceHook(),
        new TokenStreamHook("memoryId"),
        new TokenStreamHook("invocationContext"),
        new StreamedAnswerHook(),
        new AiServiceEventHook(),
        new ToolExecutorHook());
  }
}
