/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googlegenai;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks google-genai. */
public final class GoogleGenAiModule extends LlmModule {

  private static final String MODELS = "com.google.genai.Models#";
  private static final String FUNCTIONS = "com.google.genai.AfcUtil#";

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

  /** The asynchronous twins of these are not there in all versions. */
  @Override
  protected List<String> hookedMethods() {
    return List.of(
        MODELS + "privateGenerateContent",
        MODELS + "privateGenerateContentStream",
        MODELS + "privateEmbedContent",
        FUNCTIONS + "getFunctionResponseParts",
        FUNCTIONS + "getFunctionResponse",
        "com.google.genai.HttpApiClient#executeRequest",
        "com.google.genai.ResponseStream$ResponseStreamIterator#readNextJson");
  }
}
