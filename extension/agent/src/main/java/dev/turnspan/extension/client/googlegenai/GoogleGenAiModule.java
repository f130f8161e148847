/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googlegenai;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks google-genai. */
public final class GoogleGenAiModule extends LlmModule {

  /** Called by the agent. */
  public GoogleGenAiModule() {
    super("google-genai", "google-genai", "com.google.genai.Client");
  }

  @Override
  protected List<TypeInstrumentation> hooks() {
    return List.of(
        new ModelsHook(),
        new AsyncModelsHook(),
        new FunctionCallingHook(),
        new FunctionHook(),
        new ResponseStreamHook(),
        new StreamIteratorHook(),
        new HttpApiClientHook(),
        new HttpApiResponseHook(),
        new RetryHook());
  }
}
