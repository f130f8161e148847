/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

import static dev.turnspan.it.springai.Models.name;
import static dev.turnspan.it.springai.Models.openAi;

import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.Map;
import org.springframework.ai.chat.client.ChatClient.ChatClientRequestSpec;
import org.springframework.ai.chat.client.advisor.api.Advisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.tool.ToolCallback;
import reactor.core.publisher.Flux;

/** The chat client's streams. */
final class StreamingClients {

  private StreamingClients() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put(
        "clientStream",
        seen -> Streams.listen(seen, ask("gap5-n3-usage", "clientStream").stream().content()));
    scenarios.put(
        "clientStreamFails",
        seen -> Streams.listen(seen, ask("status401", "clientStreamFails").stream().content()));
    scenarios.put(
        "clientStreamTool",
        seen -> Streams.listen(seen, withTool("tool-gap5", "clientStreamTool", Models.weather())));
    scenarios.put(
        "clientStreamToolRounds",
        seen ->
            Streams.listen(
                seen, withTool("toolrounds2-gap5", "clientStreamToolRounds", Models.weather())));
    Advisor limit = Models.limit();
    if (limit != null) {
      scenarios.put(
          "clientStreamLimited",
          seen ->
              Streams.listen(
                  seen,
                  withTools("toolrounds3-gap5", "clientStreamLimited", Models.weather())
                      .advisors(limit)
                      .stream()
                      .content()));
    }
    String throwing = Models.throwing("clientStreamToolThrows");
    scenarios.put(
        throwing, seen -> Streams.listen(seen, withTool("tool", throwing, Clients.broken())));
    scenarios.put(
        "clientClosedEarly",
        seen ->
            Streams.listen(seen, ask("gap40-n20", "clientClosedEarly").stream().content().take(1)));
  }

  private static ChatClientRequestSpec ask(String script, String scenario) {
    return Models.client(openAi(name(script, scenario))).prompt().user("hi");
  }

  static Flux<String> withTool(String script, String scenario, ToolCallback tool) {
    return withTools(script, scenario, tool).stream().content();
  }

  private static ChatClientRequestSpec withTools(
      String script, String scenario, ToolCallback tool) {
    return Models.client(
            openAi(
                name(script, scenario),
                Program.provider(),
                0,
                Map.of("streamUsage", true),
                Observations.REGISTRY))
        .prompt()
        .user("hi")
        .toolCallbacks(tool)
        .advisors(spec -> spec.param(ChatMemory.CONVERSATION_ID, "c-" + scenario));
  }
}
