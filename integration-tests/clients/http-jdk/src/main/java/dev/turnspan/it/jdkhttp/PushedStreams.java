/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.jdkhttp;

import static dev.turnspan.it.jdkhttp.Requests.CLIENT;
import static dev.turnspan.it.jdkhttp.Requests.chatStream;
import static dev.turnspan.it.jdkhttp.Requests.chatStreamWithUsage;
import static dev.turnspan.it.jdkhttp.Requests.model;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Streams that call the application back, line by line, as it asks for them. */
final class PushedStreams {

  private PushedStreams() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put(
        "asyncStreaming",
        seen -> read(seen, chatStreamWithUsage(model("gap5-n3", "asyncStreaming")), ""));
    scenarios.put(
        "asyncClosedEarly",
        seen ->
            read(
                seen,
                chatStreamWithUsage(model("gap1000-n3", "asyncClosedEarly")),
                "\"content\":\""));
    add(scenarios, "errorEventAsync", "errorevent1-n3");
    add(scenarios, "malformedAsync", "malformed1-n3");
    add(scenarios, "cutAsync", "gap20-cut1-n3");
    add(scenarios, "noFinishReasonAsync", "nofinish-n3");
  }

  private static void add(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> read(seen, chatStream(model(script, name)), ""));
  }

  private static void read(Observation seen, HttpRequest request, String lastPart)
      throws InterruptedException {
    Lines lines = new Lines(seen, lastPart);
    CompletableFuture<HttpResponse<Void>> unused =
        CLIENT
            .sendAsync(request, BodyHandlers.fromLineSubscriber(lines))
            .whenComplete(
                (response, failure) -> {
                  if (failure != null) {
                    lines.failure = failure;
                  }
                  lines.answered.countDown();
                });
    // A body that is cancelled never completes: then only the lines are waited for.
    seen.await("lines", lines.over);
    if (lastPart.isEmpty()) {
      seen.await("answer", lines.answered);
      seen.value("failed", lines.failure);
    }
  }

  private static final class Lines implements Subscriber<String> {

    private final Observation seen;
    private final String lastPart;
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private @Nullable Subscription subscription;
    private @Nullable Throwable failure;

    Lines(Observation seen, String lastPart) {
      this.seen = seen;
      this.lastPart = lastPart;
    }

    @Override
    public void onSubscribe(Subscription given) {
      seen.value("subscribed", true);
      subscription = given;
      given.request(1);
    }

    @Override
    public void onNext(String line) {
      seen.value("line", line);
      Subscription current = subscription;
      if (current == null) {
        return;
      }
      if (!lastPart.isEmpty() && line.contains(lastPart) && !line.contains(lastPart + '"')) {
        current.cancel();
        over.countDown();
      } else {
        current.request(1);
      }
    }

    @Override
    public void onError(Throwable error) {
      seen.failure("error", error);
      over.countDown();
    }

    @Override
    public void onComplete() {
      seen.value("complete", true);
      over.countDown();
    }
  }
}
