/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.mcp;

import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that an application does with the tools of an MCP server. */
public final class McpProgram {

  private McpProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    try (ToolServer server = ToolServer.start()) {
      SyncTools.addTo(scenarios, server);
      AsyncTools.addTo(scenarios, server);
      Program.run(scenarios);
    }
  }
}
