/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.bedrock;

import static dev.turnspan.it.bedrock.Clients.claude;

import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.program.ServerRequest;
import java.util.Map;

/** The application answers a request of its own. */
final class ServerScenarios {

  private ServerScenarios() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put(
        "underServerSpan",
        seen ->
            ServerRequest.handle(
                seen,
                inside -> {
                  Conversations.ask(inside, Clients.STRICT, claude("n3", "underServerSpan"));
                  ConverseStreams.read(
                      inside,
                      Clients.ASYNC,
                      ConverseStreams.request(claude("ttft50-n2", "underServerSpan")).build());
                }));
    scenarios.put(
        "toolTurnUnderServerSpan",
        seen ->
            ServerRequest.handle(
                seen, inside -> Tools.loop(inside, claude("tool", "toolTurnUnderServerSpan"))));
  }
}
