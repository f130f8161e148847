/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.ollama4j;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks ollama4j. */
public final class Ollama4jModule extends LlmModule {

  /** Called by the agent. */
  public Ollama4jModule() {
    super("ollama4j", "ollama4j", "io.github.ollama4j.models.request.OllamaEndpointCaller");
  }

  @Override
  protected List<TypeInstrumentation> hooks() {
    return List.of(new ChatHook(), new RegisteredToolHook(), new ToolHook());
  }
}
