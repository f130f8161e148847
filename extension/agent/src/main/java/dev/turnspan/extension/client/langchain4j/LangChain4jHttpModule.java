/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks LangChain4j's own HTTP client, which most of its providers use. */
public final class LangChain4jHttpModule extends LlmModule {

  /** Called by the agent. */
  public LangChain4jHttpModule() {
    super("langchain4j", "LangChain4j's HTTP client", HttpClientHook.HTTP_CLIENT);
  }

  @Override
  protected List<TypeInstrumentation> hooks() {
    return List.of(new HttpClientHook(), new EventListenerHook(), new EventStreamHook());
  }
}
