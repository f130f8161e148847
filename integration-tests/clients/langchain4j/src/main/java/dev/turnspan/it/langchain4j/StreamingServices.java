/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.langchain4j;

import static dev.turnspan.it.langchain4j.Models.name;
import static dev.turnspan.it.langchain4j.Models.streaming;

import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import dev.turnspan.it.langchain4j.Assistants.Remembering;
import dev.turnspan.it.langchain4j.Assistants.Streaming;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** AI services whose answers are streams. */
final class StreamingServices {

  private StreamingServices() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put(
        "serviceStream", seen -> plain(seen, "gap5-n3", "serviceStream", /* fails= */ false));
    scenarios.put(
        "serviceStreamFails",
        seen -> plain(seen, "status401", "serviceStreamFails", /* fails= */ false));
    scenarios.put(
        "serviceStreamCut", seen -> plain(seen, "cut1-n3", "serviceStreamCut", /* fails= */ false));
    scenarios.put(
        "serviceConsumerThrows",
        seen -> plain(seen, "gap5-n3", "serviceConsumerThrows", /* fails= */ true));
    scenarios.put(
        "serviceStreamTool",
        seen -> withTool(seen, "tool-gap5", new Assistants.Weather(), "serviceStreamTool"));
    scenarios.put(
        "serviceStreamTwoTools",
        seen -> withTool(seen, "tools2-gap5", new Assistants.Weather(), "serviceStreamTwoTools"));
    scenarios.put(
        "serviceStreamToolThrows",
        seen -> withTool(seen, "tool-gap5", new Assistants.Broken(), "serviceStreamToolThrows"));
    scenarios.put("serviceStreamNotStarted", StreamingServices::notStarted);
    scenarios.put("serviceStreamIgnoringErrors", StreamingServices::ignoringErrors);
  }

  private static void plain(Observation seen, String script, String scenario, boolean fails)
      throws InterruptedException {
    Streaming assistant =
        AiServices.create(Streaming.class, streaming(name(script, scenario)).build());
    read(seen, assistant.chat("hi"), fails);
  }

  private static void withTool(Observation seen, String script, Object tool, String scenario)
      throws InterruptedException {
    Remembering assistant =
        Assistants.remembering(Remembering.class)
            .streamingChatModel(streaming(name(script, scenario)).build())
            .tools(tool)
            .build();
    read(seen, assistant.stream("c-" + scenario, "hi"), /* fails= */ false);
  }

  static void read(Observation seen, TokenStream stream, boolean fails)
      throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    stream
        .onPartialResponse(
            part -> {
              seen.value("part", part);
              if (fails) {
                throw new IllegalStateException("the application's own failure");
              }
            })
        .onToolExecuted(execution -> seen.value("tool", execution.result()))
        .onCompleteResponse(
            response -> {
              if (done.getCount() > 0) {
                seen.value("complete", Models.describe(response));
              }
              done.countDown();
            })
        .onError(
            error -> {
              if (done.getCount() > 0) {
                seen.failure("error", error);
              }
              if (!fails) {
                done.countDown();
              }
            })
        .start();
    seen.await("completion", done);
  }

  /** A stream that nobody starts is no turn. */
  private static void notStarted(Observation seen) throws InterruptedException {
    Streaming assistant =
        AiServices.create(
            Streaming.class, streaming(name("n3", "serviceStreamNotStarted")).build());
    seen.value("stream", assistant.chat("never asked") != null);
    read(seen, assistant.chat("hi"), /* fails= */ false);
  }

  /** Then the framework keeps the failure to itself. */
  private static void ignoringErrors(Observation seen) throws InterruptedException {
    Streaming assistant =
        AiServices.create(
            Streaming.class, streaming(name("status401", "serviceStreamIgnoringErrors")).build());
    CountDownLatch never = new CountDownLatch(1);
    assistant.chat("hi").onPartialResponse(part -> never.countDown()).ignoreErrors().start();
    // The next answer comes when the failure has been dealt with.
    Streams.read(seen, streaming(name("ttft300-n1", "serviceStreamIgnoringErrors")).build());
    seen.value("answered", never.getCount() == 0);
  }
}
