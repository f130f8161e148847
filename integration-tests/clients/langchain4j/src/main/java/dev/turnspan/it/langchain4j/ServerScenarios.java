/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.langchain4j;

import static dev.turnspan.it.langchain4j.Models.blocking;
import static dev.turnspan.it.langchain4j.Models.name;
import static dev.turnspan.it.langchain4j.Models.streaming;

import dev.langchain4j.service.AiServices;
import dev.turnspan.it.langchain4j.Assistants.Plain;
import dev.turnspan.it.langchain4j.Assistants.Remembering;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.program.ServerRequest;
import java.util.Map;

/** Calls below a server span. */
final class ServerScenarios {

  private ServerScenarios() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put(
        "underServerSpan",
        seen ->
            ServerRequest.handle(
                seen,
                inside -> {
                  WholeAnswers.ask(inside, blocking(name("n3", "underServerSpan")).build());
                  Streams.read(inside, streaming(name("n2", "underServerSpan")).build());
                }));
    scenarios.put(
        "serviceUnderServerSpan", seen -> ServerRequest.handle(seen, ServerScenarios::service));
    scenarios.put(
        "serviceStreamUnderServerSpan",
        seen -> ServerRequest.handle(seen, ServerScenarios::serviceStream));
    scenarios.put(
        "twoServicesUnderServerSpan",
        seen -> ServerRequest.handle(seen, ServerScenarios::twoServices));
  }

  private static void service(Observation seen) {
    Remembering assistant =
        Assistants.remembering(Remembering.class)
            .chatModel(blocking(name("tool", "serviceUnderServerSpan")).build())
            .tools(new Assistants.Weather())
            .build();
    seen.call("answer", () -> assistant.chat("c-42", "hi"));
  }

  private static void serviceStream(Observation seen) throws InterruptedException {
    Remembering assistant =
        Assistants.remembering(Remembering.class)
            .streamingChatModel(
                streaming(name("tool-gap5", "serviceStreamUnderServerSpan")).build())
            .tools(new Assistants.Weather())
            .build();
    StreamingServices.read(seen, assistant.stream("c-43", "hi"), /* fails= */ false);
  }

  /** Each is a turn of its own. */
  private static void twoServices(Observation seen) {
    Plain first =
        AiServices.create(Plain.class, blocking(name("n3", "twoServicesUnderServerSpan")).build());
    seen.call("answer", () -> first.chat("hi"));
    seen.call("answer", () -> first.chat("hi again"));
  }
}
