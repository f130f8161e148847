/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.ollama4j;

import static dev.turnspan.it.ollama4j.Ollama4jProgram.chat;
import static dev.turnspan.it.ollama4j.Ollama4jProgram.client;
import static dev.turnspan.it.ollama4j.Ollama4jProgram.part;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.program.ServerRequest;
import java.util.Map;

/** Chats that run tools. */
final class ToolScenarios {

  private ToolScenarios() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("toolTurn", seen -> chat(seen, withWeather(seen), "tool", "toolTurn", null));
    scenarios.put(
        "toolStream",
        seen -> chat(seen, withWeather(seen), "tool-gap5-n3", "toolStream", part(seen)));
    scenarios.put(
        "parallelTools", seen -> chat(seen, withWeather(seen), "tools2", "parallelTools", null));
    scenarios.put("toolFails", ToolScenarios::toolFails);
    scenarios.put("toolAsks", ToolScenarios::toolAsks);
    scenarios.put("unusedTool", seen -> chat(seen, withWeather(seen), "n3", "unusedTool", null));
    scenarios.put(
        "toolsUnderServerSpan", seen -> ServerRequest.handle(seen, ToolScenarios::underServerSpan));
    scenarios.put(
        "toolUnauthorized",
        seen -> chat(seen, withWeather(seen), "status401", "toolUnauthorized", null));
  }

  private static Client withWeather(Observation seen) throws Exception {
    Client client = client();
    client.tool(
        "weather",
        arguments -> {
          // The tool's own span is current here, so that this is not to be looked at.
          return "sunny";
        });
    seen.value("tools", "weather");
    return client;
  }

  private static void toolFails(Observation seen) throws Exception {
    Client client = client();
    client.tool(
        "weather",
        arguments -> {
          throw new IllegalStateException("no window");
        });
    chat(seen, client, "tool", "toolFails", null);
  }

  /** A tool that asks the model itself. */
  private static void toolAsks(Observation seen) throws Exception {
    Client client = client();
    client.tool(
        "weather",
        arguments -> {
          try {
            client().generate(Ollama4jProgram.model("n2", "toolAsks"), "hi", null);
            return "sunny";
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    chat(seen, client, "tool", "toolAsks", null);
  }

  private static void underServerSpan(Observation seen) throws Exception {
    chat(seen, withWeather(seen), "tool", "toolsUnderServerSpan", null);
  }
}
