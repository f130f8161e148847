/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks the models, which are all that an application needs to have of LangChain4j. */
public final class LangChain4jModule extends LlmModule {

  /** Called by the agent. */
  public LangChain4jModule() {
    super("langchain4j", "LangChain4j", "dev.langchain4j.data.message.AiMessage");
  }

  @Override
  protected List<TypeInstrumentation> hooks() {
    return List.of(
        new ChatModelHook(),
        new StreamingChatModelHook(),
        new StreamingHandleHook(),
        new EmbeddingModelHook());
  }
}
