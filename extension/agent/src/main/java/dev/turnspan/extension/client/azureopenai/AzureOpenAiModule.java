/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.azureopenai;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks azure-ai-openai. */
public final class AzureOpenAiModule extends LlmModule {

  static final String CLIENT = "com.azure.ai.openai.OpenAIClient";

  /** Called by the agent. */
  public AzureOpenAiModule() {
    super("azure-openai", "azure-ai-openai", CLIENT);
  }

  @Override
  protected List<TypeInstrumentation> hooks() {
    return List.of(new BlockingClientHook(), new AsyncClientHook(), new HttpClientHook());
  }
}
