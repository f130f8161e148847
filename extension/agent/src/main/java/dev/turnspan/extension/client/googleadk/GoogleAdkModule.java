/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googleadk;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks Google's Agent Development Kit. */
public final class GoogleAdkModule extends LlmModule {

  /** Called by the agent. */
  public GoogleAdkModule() {
    super("google-adk", "google-adk", RunnerHook.RUNNER);
  }

  @Override
  protected List<TypeInstrumentation> hooks() {
    return List.of(new RunnerHook(), new ToolHook());
  }

  /** The method is not public. */
  @Override
  protected List<String> hookedMethods() {
    return List.of(RunnerHook.RUNNER + "#" + RunnerHook.RUN);
  }
}
