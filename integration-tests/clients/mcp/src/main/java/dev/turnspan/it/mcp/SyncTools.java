/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.mcp;

import static dev.turnspan.it.mcp.Clients.describe;
import static dev.turnspan.it.mcp.Clients.request;

import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import java.util.Map;

/** The client that waits. */
final class SyncTools {

  private SyncTools() {}

  /** An AI service of the application. */
  interface Assistant {
    String chat(String message);
  }

  static void addTo(Map<String, Scenario> scenarios, ToolServer server) {
    scenarios.put("blocking", seen -> one(seen, server, "blocking", "weather"));
    scenarios.put("emptyResult", seen -> one(seen, server, "emptyResult", "empty"));
    scenarios.put("resultIsError", seen -> one(seen, server, "resultIsError", "unknownCity"));
    scenarios.put("refused", seen -> one(seen, server, "refused", "missing"));
    scenarios.put("overEventStream", seen -> overEventStream(seen, server));
    if (Clients.connectByThemselves()) {
      scenarios.put("connectsLate", seen -> connectsLate(seen, server));
    }
    scenarios.put("serverGone", SyncTools::serverGone);
    scenarios.put("insideService", seen -> insideService(seen, server));
    scenarios.put("notAskedFor", seen -> notAskedFor(seen, server));
    scenarios.put("outsideTurn", seen -> outsideTurn(seen, server));
  }

  private static void one(Observation seen, ToolServer server, String scenario, String tool)
      throws Exception {
    try (McpSyncClient client = Clients.connected(Clients.transport(server))) {
      turn(seen, client, scenario, tool);
    }
  }

  private static void turn(Observation seen, McpSyncClient client, String scenario, String tool)
      throws Exception {
    Models.turn(
        seen,
        "tool",
        scenario,
        tool,
        (inside, names) -> {
          for (String name : names) {
            inside.call("tool", () -> describe(client.callTool(request(name))));
          }
          inside.value("after the tools", "goes on");
        });
  }

  private static void overEventStream(Observation seen, ToolServer server) throws Exception {
    try (McpSyncClient client = Clients.connected(Clients.eventStream(server))) {
      turn(seen, client, "overEventStream", "weather");
    }
  }

  /** The first call connects: on other threads, and before the tool is called. */
  private static void connectsLate(Observation seen, ToolServer server) throws Exception {
    try (McpSyncClient client = McpClient.sync(Clients.transport(server)).build()) {
      turn(seen, client, "connectsLate", "weather");
    }
  }

  private static void serverGone(Observation seen) throws Exception {
    ToolServer server = ToolServer.start();
    McpSyncClient client = Clients.connected(Clients.transport(server));
    server.close();
    turn(seen, client, "serverGone", "weather");
  }

  /** The framework runs the tool, and the tool asks the MCP server: that is one tool call. */
  private static void insideService(Observation seen, ToolServer server) throws Exception {
    try (McpSyncClient client = Clients.connected(Clients.transport(server))) {
      ToolExecutor executor =
          (request, memory) -> Clients.text(client.callTool(Clients.request(request.name())));
      Assistant assistant =
          AiServices.builder(Assistant.class)
              .chatModel(Models.model("tool", "insideService"))
              .tools(Map.of(Models.specification("weather"), executor))
              .build();
      seen.call("answer", () -> assistant.chat("hi"));
    }
  }

  /** The application looks something up for itself. */
  private static void notAskedFor(Observation seen, ToolServer server) throws Exception {
    try (McpSyncClient client = Clients.connected(Clients.transport(server))) {
      Models.turn(
          seen,
          "n3",
          "notAskedFor",
          "weather",
          (inside, none) -> inside.value("tool", describe(client.callTool(request("weather")))));
    }
  }

  private static void outsideTurn(Observation seen, ToolServer server) throws Exception {
    try (McpSyncClient client = Clients.connected(Clients.transport(server))) {
      seen.value("tool", describe(client.callTool(request("weather"))));
    }
  }
}
