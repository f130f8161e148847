/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

import static dev.turnspan.it.springai.Models.name;
import static dev.turnspan.it.springai.Models.openAi;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.program.ServerRequest;
import java.util.Map;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.prompt.Prompt;

/** Calls below a server span. */
final class ServerScenarios {

  private ServerScenarios() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put(
        "underServerSpan", seen -> ServerRequest.handle(seen, ServerScenarios::twoModels));
    scenarios.put(
        "clientUnderServerSpan", seen -> ServerRequest.handle(seen, ServerScenarios::client));
    scenarios.put(
        "clientStreamUnderServerSpan",
        seen -> ServerRequest.handle(seen, ServerScenarios::clientStream));
  }

  private static void twoModels(Observation seen) throws Exception {
    WholeAnswers.ask(seen, openAi(name("n3", "underServerSpan")));
    Streams.read(seen, openAi(name("n2-usage", "underServerSpan")).stream(new Prompt("hi")));
  }

  private static void client(Observation seen) {
    ChatClient client = Models.client(openAi(name("n3", "clientUnderServerSpan")));
    seen.call("answer", () -> client.prompt().user("hi").call().content());
  }

  private static void clientStream(Observation seen) throws Exception {
    Streams.listen(
        seen,
        StreamingClients.withTool("tool-gap5", "clientStreamUnderServerSpan", Models.weather()));
  }
}
