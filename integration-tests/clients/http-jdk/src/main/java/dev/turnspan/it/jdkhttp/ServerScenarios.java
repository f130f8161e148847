/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.jdkhttp;

import static dev.turnspan.it.jdkhttp.Requests.body;
import static dev.turnspan.it.jdkhttp.Requests.model;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.program.ServerRequest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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
                  WholeAnswers.ask(inside, Requests.chat(model("n3", "underServerSpan")));
                  Streams.read(
                      inside, Requests.chatStreamWithUsage(model("n2", "underServerSpan")));
                }));
    scenarios.put(
        "otherRequests", seen -> ServerRequest.handle(seen, ServerScenarios::otherRequests));
  }

  /** One call, and four requests that look like one from afar. */
  private static void otherRequests(Observation seen) {
    String model = model("n1", "otherRequests");
    WholeAnswers.ask(seen, Requests.chat(model));
    WholeAnswers.ask(seen, Requests.toProvider("/elsewhere", body(model, "")));
    WholeAnswers.ask(seen, Requests.toProvider("/v1/messages", "{'to':'somebody'}"));
    WholeAnswers.ask(seen, Requests.toProvider("/responses", body(model, "")));
    WholeAnswers.ask(
        seen,
        HttpRequest.newBuilder(URI.create(Requests.ROOT + "/api/chat"))
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString("hi"))
            .build());
    WholeAnswers.ask(
        seen,
        HttpRequest.newBuilder(URI.create(Requests.ROOT + "/v1/chat/completions")).GET().build());
  }
}
