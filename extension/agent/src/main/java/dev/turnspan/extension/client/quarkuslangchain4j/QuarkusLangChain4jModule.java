/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.quarkuslangchain4j;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks the AI services of Quarkus LangChain4j. */
public final class QuarkusLangChain4jModule extends LlmModule {

  /** Called by the agent. */
  public QuarkusLangChain4jModule() {
    super("quarkus-langchain4j", "Quarkus LangChain4j", ServiceMethodHook.SERVICE_METHODS);
  }

  @Override
  protected List<TypeInstrumentation> hooks() {
    return List.of(new ServiceMethodHook(), new TokenStreamHook(), new StreamedAnswerHook());
  }

  @Override
  protected List<String> hookedMethods() {
    return List.of(
        ServiceMethodHook.SERVICE_METHODS + "#doImplement",
        "io.quarkiverse.langchain4j.runtime.aiservice.QuarkusAiServiceTokenStream#start");
  }
}
