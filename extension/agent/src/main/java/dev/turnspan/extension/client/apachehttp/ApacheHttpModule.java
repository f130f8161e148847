/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.apachehttp;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks Apache HttpClient 5. */
public final class ApacheHttpModule extends LlmModule {

  /** Called by the agent. */
  public ApacheHttpModule() {
    super(
        "http-apache",
        "Apache HttpClient",
        "org.apache.hc.client5.http.classic.HttpClient",
        "http");
  }

  /** Applied before the agent's own module, and so around it. */
  @Override
  public int order() {
    return -1;
  }

  @Override
  protected List<TypeInstrumentation> hooks() {
    return List.of(new ClassicHook(), new ClassicResponseHook(), new AsyncHook());
  }
}
