/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.openai;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks openai-java. */
public final class OpenAiModule extends LlmModule {

  /** Called by the agent. */
  public OpenAiModule() {
    super("openai", "openai-java", "com.openai.client.OpenAIClient");
  }

  @Override
  protected List<TypeInstrumentation> hooks() {
    return List.of(new RawServiceHook(), new HttpClientHook());
  }
}
