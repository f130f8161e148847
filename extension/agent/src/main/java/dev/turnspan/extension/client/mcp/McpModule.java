/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.mcp;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks the client of the MCP Java SDK. */
public final class McpModule extends LlmModule {

  /** Called by the agent. */
  public McpModule() {
    super("mcp", "the MCP Java SDK", CallToolHook.CLIENT);
  }

  @Override
  protected List<TypeInstrumentation> hooks() {
    return List.of(new CallToolHook());
  }
}
