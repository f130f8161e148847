/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.jdkhttp;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks java.net.http. */
public final class JdkHttpModule extends LlmModule {

  /** Called by the agent. */
  public JdkHttpModule() {
    super("http-jdk", "java.net.http", "java.net.http.HttpClient", "http");
  }

  @Override
  protected List<TypeInstrumentation> hooks() {
    return List.of(new HttpClientHook());
  }

  @Override
  public int order() {
    // Before the agent's own module, so that what it does happens within what we do.
    return -10;
  }
}
