/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.bedrock;

import static dev.turnspan.it.bedrock.Clients.claude;
import static dev.turnspan.it.bedrock.Clients.llama;
import static dev.turnspan.it.bedrock.Clients.nova;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler.Visitor;

/** InvokeModel, streamed. */
final class InvokedStreams {

  private InvokedStreams() {}

  static void addTo(Map<String, Scenario> scenarios) {
    add(scenarios, "asyncStreaming", claude("ttft50-gap5-n3", "asyncStreaming"));
    add(scenarios, "noFinishReasonAsync", claude("nofinish-n3", "noFinishReasonAsync"));
    add(scenarios, "errorEventAsync", claude("errorevent1-n3", "errorEventAsync"));
    add(scenarios, "malformedAsync", claude("malformed1-n3", "malformedAsync"));
    add(scenarios, "cutAsync", claude("cut1-n3", "cutAsync"));
    add(
        scenarios,
        "invokeClaudeThinking",
        claude("in20-cached8-cachewrite3-reason2-n2", "invokeClaudeThinking"));
    scenarios.put(
        "invokeNovaStream",
        seen ->
            read(seen, nova("in20-cached8-reason1-n3", "invokeNovaStream"), InvokedModels.NOVA));
    scenarios.put(
        "invokeLlamaStream",
        seen -> read(seen, llama("n3", "invokeLlamaStream"), InvokedModels.LLAMA));
    scenarios.put(
        "invokeClaudeToolStream",
        seen ->
            read(seen, claude("tool", "invokeClaudeToolStream"), InvokedModels.CLAUDE_WITH_TOOLS));
    scenarios.put("asyncClosedEarly", InvokedStreams::closedEarly);
  }

  private static void add(Map<String, Scenario> scenarios, String name, String model) {
    scenarios.put(name, seen -> read(seen, model, InvokedModels.CLAUDE));
  }

  private static InvokeModelWithResponseStreamRequest request(String model, String body) {
    return InvokeModelWithResponseStreamRequest.builder()
        .modelId(model)
        .contentType("application/json")
        .body(SdkBytes.fromUtf8String(body))
        .build();
  }

  /** The handler that the library builds around a visitor. */
  private static void read(Observation seen, String model, String body)
      throws InterruptedException {
    InvokeModelWithResponseStreamResponseHandler handler =
        InvokeModelWithResponseStreamResponseHandler.builder()
            .onResponse(response -> seen.value("type", response.contentType()))
            .subscriber(
                Visitor.builder()
                    .onChunk(chunk -> seen.value("chunk", chunk.bytes().asUtf8String()))
                    .build())
            .onError(new FirstError(seen))
            .onComplete(() -> seen.value("complete", true))
            .build();
    Clients.await(seen, Clients.ASYNC.invokeModelWithResponseStream(request(model, body), handler));
  }

  /** Breaks off after the first word. */
  private static void closedEarly(Observation seen) throws InterruptedException {
    Reader<Object> reader = new Reader<>(null, "chunk", 1, 3);
    CompletableFuture<Void> future =
        Clients.ASYNC.invokeModelWithResponseStream(
            request(claude("gap20-n9", "asyncClosedEarly"), InvokedModels.CLAUDE),
            InvokeModelWithResponseStreamResponseHandler.builder()
                .onEventStream(publisher -> publisher.subscribe(reader))
                .build());
    seen.await("cancellation", reader.over());
    seen.value("cancel", future.cancel(true));
    seen.value("chunks", reader.count());
  }
}
