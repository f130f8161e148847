/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

import static dev.turnspan.it.springai.Models.name;
import static dev.turnspan.it.springai.Models.openAi;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Streams of models without the chat client. On which thread they come is chance. */
final class Streams {

  private Streams() {}

  static void addTo(Map<String, Scenario> scenarios) {
    add(scenarios, "streaming", "gap5-n3-usage");
    add(scenarios, "streamUsageMissing", "nousage-n3");
    add(scenarios, "noFinishReasonStream", "nofinish-n3-nousage");
    add(scenarios, "errorEvent", "errorevent1-n3");
    add(scenarios, "malformed", "malformed1-n3");
    add(scenarios, "cut", "cut1-n3");
    add(scenarios, "unauthorizedStream", "status401");
    add(scenarios, "reasoningFirst", "reason3-gap5-n2-usage");
    scenarios.put("toolCallOnly", Streams::toolCallOnly);
    scenarios.put("closedEarly", Streams::closedEarly);
    scenarios.put("inParallel", Streams::inParallel);
    scenarios.put("subscribedTwice", Streams::subscribedTwice);
    scenarios.put("subscriberThrows", Streams::subscriberThrows);
  }

  private static void add(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> read(seen, openAi(name(script, name)).stream(new Prompt("hi"))));
  }

  static void read(Observation seen, Flux<ChatResponse> answer) throws InterruptedException {
    listen(seen, answer.map(Models::describe));
  }

  /** Notes everything that comes. */
  static void listen(Observation seen, Flux<String> answer) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Disposable subscription =
        answer.subscribe(
            part -> seen.value("part", part),
            error -> {
              seen.failure("error", error);
              done.countDown();
            },
            () -> {
              seen.value("complete", "");
              done.countDown();
            });
    seen.await("the end", done);
    subscription.dispose();
    seen.value("after the stream", "goes on");
  }

  private static void toolCallOnly(Observation seen) throws Exception {
    Map<String, Object> options =
        Map.of(
            "toolCallbacks",
            List.of(Models.weather()),
            "internalToolExecutionEnabled",
            false,
            "streamUsage",
            true);
    ChatModel model =
        openAi(name("tool", "toolCallOnly"), Program.provider(), 0, options, Observations.REGISTRY);
    read(seen, model.stream(new Prompt("hi")));
  }

  private static void closedEarly(Observation seen) throws Exception {
    Flux<String> answer =
        openAi(name("gap40-n20", "closedEarly")).stream(new Prompt("hi"))
            .mapNotNull(response -> response.getResult().getOutput().getText())
            .filter(text -> !text.isEmpty())
            .take(1);
    listen(seen, answer);
  }

  private static void inParallel(Observation seen) throws Exception {
    Flux<String> slow = text(openAi(name("ttft60-gap20-n3-usage", "inParallel")));
    Flux<String> fast = text(openAi(name("ttft20-gap20-n4-usage", "inParallel")));
    CompletableFuture<String> first = slow.reduce(String::concat).toFuture();
    CompletableFuture<String> second = fast.reduce(String::concat).toFuture();
    seen.value("answers", first.get(30, SECONDS) + ", " + second.get(30, SECONDS));
  }

  /** Every subscription is a call of its own, and assembly is none. */
  private static void subscribedTwice(Observation seen) throws Exception {
    Flux<String> answer = text(openAi(name("n2-usage", "subscribedTwice")));
    listen(seen, answer);
    listen(seen, answer);
  }

  private static void subscriberThrows(Observation seen) throws Exception {
    Flux<String> answer =
        text(openAi(name("gap5-n4", "subscriberThrows")))
            .map(
                part -> {
                  throw new IllegalStateException("the application's own failure");
                });
    listen(seen, answer);
  }

  private static Flux<String> text(ChatModel model) {
    return model.stream(new Prompt("hi"))
        .mapNotNull(response -> response.getResult().getOutput().getText())
        .filter(part -> !part.isEmpty());
  }
}
