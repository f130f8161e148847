/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.bedrock;

import static dev.turnspan.it.bedrock.Clients.claude;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/** Converse, streamed. */
final class ConverseStreams {

  private ConverseStreams() {}

  static void addTo(Map<String, Scenario> scenarios) {
    add(scenarios, "streaming", "ttft50-gap5-n3");
    add(scenarios, "reasoningFirst", "reason3-n2");
    add(scenarios, "streamUsageMissing", "nousage");
    add(scenarios, "errorEvent", "errorevent1-n3");
    add(scenarios, "malformed", "malformed1-n3");
    add(scenarios, "cut", "cut1-n3");
    add(scenarios, "noFinishReasonStream", "nofinish-n3");
    add(scenarios, "unauthorizedStream", "status403");
    scenarios.put(
        "toolCallOnly",
        seen ->
            read(
                seen,
                Clients.ASYNC,
                request(claude("tool", "toolCallOnly")).toolConfig(Tools.CONFIG).build()));
    scenarios.put(
        "retriedStream",
        seen ->
            read(
                seen,
                Clients.PATIENT_ASYNC,
                request(claude("fail429x1-ttft50-n3", "retriedStream")).build()));
    scenarios.put("closedEarly", ConverseStreams::closedEarly);
    scenarios.put("oneByOne", ConverseStreams::oneByOne);
    scenarios.put("inParallel", ConverseStreams::inParallel);
    scenarios.put("cancelledStream", ConverseStreams::cancelled);
    scenarios.put("handlerThrows", ConverseStreams::handlerThrows);
  }

  private static void add(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> read(seen, Clients.ASYNC, request(claude(script, name)).build()));
  }

  static ConverseStreamRequest.Builder request(String model) {
    return ConverseStreamRequest.builder().modelId(model).messages(Conversations.user("hi"));
  }

  /** The handler that the library builds. */
  static void read(
      Observation seen, BedrockRuntimeAsyncClient client, ConverseStreamRequest request)
      throws InterruptedException {
    Clients.await(seen, client.converseStream(request, handler(seen, "event")));
  }

  private static ConverseStreamResponseHandler handler(Observation seen, String what) {
    return ConverseStreamResponseHandler.builder()
        .onResponse(response -> seen.value("response", response))
        .onEventStream(
            publisher -> publisher.subscribe(new Reader<>(seen, what, Long.MAX_VALUE, -1)))
        .onError(new FirstError(seen))
        .onComplete(() -> seen.value("complete", true))
        .build();
  }

  /** Breaks off after the first word. */
  private static void closedEarly(Observation seen) throws InterruptedException {
    Reader<Object> reader = new Reader<>(seen, "event", 1, 2);
    CompletableFuture<Void> future =
        Clients.ASYNC.converseStream(
            request(claude("gap20-n9", "closedEarly")).build(),
            ConverseStreamResponseHandler.builder()
                .onEventStream(publisher -> publisher.subscribe(reader))
                .build());
    seen.await("cancellation", reader.over());
    seen.value("cancel", future.cancel(true));
  }

  /** Asks for one event after the other. */
  private static void oneByOne(Observation seen) throws InterruptedException {
    Clients.await(
        seen,
        Clients.ASYNC.converseStream(
            request(claude("n3", "oneByOne")).build(),
            ConverseStreamResponseHandler.builder()
                .onEventStream(publisher -> publisher.subscribe(new Reader<>(seen, "event", 1, -1)))
                .build()));
  }

  private static void inParallel(Observation seen) throws InterruptedException {
    Reader<Object> one = new Reader<>(null, "one", Long.MAX_VALUE, -1);
    Reader<Object> two = new Reader<>(null, "two", Long.MAX_VALUE, -1);
    CompletableFuture<Void> first = open(claude("gap20-n3", "inParallel"), one);
    CompletableFuture<Void> second = open(claude("gap20-n4", "inParallel"), two);
    Clients.await(seen, first);
    Clients.await(seen, second);
    seen.value("events of one", one.count());
    seen.value("events of two", two.count());
  }

  static CompletableFuture<Void> open(String model, Reader<Object> reader) {
    return Clients.ASYNC.converseStream(
        request(model).build(),
        ConverseStreamResponseHandler.builder()
            .onEventStream(publisher -> publisher.subscribe(reader))
            .build());
  }

  /** The application gives up on the future while the stream runs. */
  private static void cancelled(Observation seen) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Void> future =
        Clients.ASYNC.converseStream(
            request(claude("gap500-n9", "cancelledStream")).build(),
            ConverseStreamResponseHandler.builder()
                .subscriber(
                    ConverseStreamResponseHandler.Visitor.builder()
                        .onContentBlockDelta(delta -> begun.countDown())
                        .build())
                .build());
    seen.await("a word", begun);
    seen.value("cancel", future.cancel(true));
    seen.call("answer", future::get);
  }

  private static void handlerThrows(Observation seen) throws InterruptedException {
    CompletableFuture<Void> future =
        Clients.ASYNC.converseStream(
            request(claude("gap5-n4", "handlerThrows")).build(),
            ConverseStreamResponseHandler.builder()
                .onEventStream(
                    publisher ->
                        publisher.subscribe(new Reader<>(seen, "event", Long.MAX_VALUE, -1)))
                .onComplete(
                    () -> {
                      throw new IllegalStateException("the application's own failure");
                    })
                .build());
    Clients.await(seen, future);
  }
}
