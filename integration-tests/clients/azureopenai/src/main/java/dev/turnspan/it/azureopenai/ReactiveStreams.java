/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.azureopenai;

import static dev.turnspan.it.azureopenai.Clients.chat;
import static dev.turnspan.it.azureopenai.Clients.model;

import com.azure.ai.openai.models.ChatCompletions;
import com.azure.core.http.rest.RequestOptions;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Streams that call the application back. */
final class ReactiveStreams {

  private ReactiveStreams() {}

  static void addTo(Map<String, Scenario> scenarios) {
    add(scenarios, "asyncStreaming", "usage-gap5-n3");
    add(scenarios, "noFinishReasonAsync", "usage-nofinish-n3");
    add(scenarios, "malformedAsync", "malformed1-n3");
    add(scenarios, "cutAsync", "cut1-n3");
    scenarios.put(
        "asyncClosedEarly",
        seen -> read(seen, open(model("usage-gap50-n3", "asyncClosedEarly")).take(3)));
    scenarios.put(
        "asyncStreamWithResponse",
        seen ->
            read(
                seen,
                Clients.STRICT
                    .buildAsyncClient()
                    .getChatCompletionsStreamWithResponse(
                        model("usage-gap5-n3", "asyncStreamWithResponse"),
                        chat(),
                        new RequestOptions())
                    .map(response -> response.getValue())));
  }

  private static void add(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> read(seen, open(model(script, name))));
  }

  private static Flux<ChatCompletions> open(String model) {
    return Clients.STRICT.buildAsyncClient().getChatCompletionsStream(model, chat());
  }

  private static void read(Observation seen, Flux<ChatCompletions> stream)
      throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Disposable unused =
        stream
            .map(Clients::describe)
            .doFinally(signal -> done.countDown())
            .subscribe(
                chunk -> seen.value("chunk", chunk),
                failure -> seen.value("failure", failure.getClass()),
                () -> seen.value("complete", true));
    seen.await("end", done);
  }
}
