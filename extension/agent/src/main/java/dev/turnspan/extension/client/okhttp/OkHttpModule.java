/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.okhttp;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks OkHttp. */
public final class OkHttpModule extends LlmModule {

  /** Called by the agent. */
  public OkHttpModule() {
    super("http-okhttp", "OkHttp", "okhttp3.OkHttpClient", "http");
  }

  @Override
  protected List<TypeInstrumentation> hooks() {
    return List.of(new ChainHook(), new AttemptHook());
  }
}
