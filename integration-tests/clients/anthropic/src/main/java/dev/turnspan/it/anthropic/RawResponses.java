/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.anthropic;

import static dev.turnspan.it.anthropic.Clients.chat;
import static dev.turnspan.it.anthropic.Clients.model;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.anthropic.core.http.HttpResponseFor;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.RawMessageStreamEvent;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.Map;

/** The application takes the HTTP response itself. */
@SuppressWarnings("MustBeClosedChecker") // What is not closed is part of the test.
final class RawResponses {

  private RawResponses() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("rawParsed", RawResponses::parsed);
    scenarios.put("rawBody", RawResponses::body);
    scenarios.put("rawBodyInPart", RawResponses::bodyInPart);
    scenarios.put("rawClosed", RawResponses::closed);
    scenarios.put("rawForgotten", RawResponses::forgotten);
    scenarios.put("rawStreaming", RawResponses::streaming);
    scenarios.put("rawError", RawResponses::error);
  }

  private static HttpResponseFor<Message> open(String model) {
    return Clients.STRICT.messages().withRawResponse().create(chat(model).build());
  }

  private static void parsed(Observation seen) {
    try (HttpResponseFor<Message> response = open(model("n3", "rawParsed"))) {
      seen.value("status", response.statusCode());
      seen.value("content type", response.headers().values("content-type"));
      seen.call("answer", response::parse);
      seen.call("parsed again", response::parse);
    }
  }

  private static void body(Observation seen) throws Exception {
    try (HttpResponseFor<Message> response = open(model("n3", "rawBody"))) {
      seen.value("body", new String(response.body().readAllBytes(), UTF_8));
      seen.value("end", response.body().read());
    }
  }

  private static void bodyInPart(Observation seen) throws Exception {
    try (HttpResponseFor<Message> response = open(model("n3", "rawBodyInPart"))) {
      seen.value("first bytes", new String(response.body().readNBytes(8), UTF_8));
    }
  }

  private static void closed(Observation seen) {
    HttpResponseFor<Message> response = open(model("n3", "rawClosed"));
    seen.value("status", response.statusCode());
    response.close();
    seen.call("parsed when closed", response::parse);
  }

  private static void forgotten(Observation seen) {
    seen.abandon(open(model("n3", "rawForgotten")));
  }

  private static void streaming(Observation seen) {
    try (HttpResponseFor<StreamResponse<RawMessageStreamEvent>> response =
            Clients.STRICT
                .messages()
                .withRawResponse()
                .createStreaming(chat(model("n3", "rawStreaming")).build());
        StreamResponse<RawMessageStreamEvent> stream = response.parse()) {
      seen.value("status", response.statusCode());
      stream.stream().forEach(chunk -> seen.value("chunk", chunk));
    }
  }

  private static void error(Observation seen) {
    seen.call("answer", () -> open(model("status400", "rawError")).parse());
  }
}
