/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks anthropic-java. */
public final class AnthropicModule extends LlmModule {

  /** Called by the agent. */
  public AnthropicModule() {
    super("anthropic", "anthropic-java", "com.anthropic.client.AnthropicClient");
  }

  @Override
  protected List<TypeInstrumentation> hooks() {
    return List.of(
        new RawServiceHook(),
        new HttpClientHook(),
        new ToolRunnerHook(),
        new TracedToolRunnerHook(),
        new ToolHook());
  }
}
