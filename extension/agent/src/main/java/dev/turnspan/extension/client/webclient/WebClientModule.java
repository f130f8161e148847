/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.webclient;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks Spring's WebClient. */
public final class WebClientModule extends LlmModule {

  /** Called by the agent. */
  public WebClientModule() {
    super(
        "http-webclient",
        "Spring WebClient",
        "org.springframework.web.reactive.function.client.WebClient",
        "http");
  }

  @Override
  protected List<TypeInstrumentation> hooks() {
    return List.of(new BuilderHook());
  }
}
