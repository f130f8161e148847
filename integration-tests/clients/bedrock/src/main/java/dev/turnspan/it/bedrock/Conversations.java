/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.bedrock;

import static dev.turnspan.it.bedrock.Clients.claude;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.Message;

/** Converse, answers in one piece. */
final class Conversations {

  private Conversations() {}

  static void addTo(Map<String, Scenario> scenarios) {
    add(scenarios, "blocking", "n3");
    add(scenarios, "usageMissing", "nousage");
    add(scenarios, "detailedUsage", "in20-cached8-cachewrite3-reason5-n2");
    add(scenarios, "unauthorized", "status403");
    add(scenarios, "rateLimited", "status429");
    add(scenarios, "noFinishReason", "nofinish");
    add(scenarios, "length", "length");
    add(scenarios, "contentFilter", "filter");
    add(scenarios, "malformedWhole", "malformed0");
    add(scenarios, "cutWhole", "cut0");
    scenarios.put("retried", seen -> ask(seen, Clients.PATIENT, claude("fail429x1", "retried")));
    scenarios.put(
        "retriedInVain", seen -> ask(seen, Clients.PATIENT, claude("status500", "retriedInVain")));
    scenarios.put("connectError", seen -> ask(seen, Clients.LOST, claude("n3", "connectError")));
    scenarios.put("async", seen -> askLater(seen, Clients.ASYNC, claude("ttft300", "async")));
    scenarios.put(
        "retriedAsync",
        seen -> askLater(seen, Clients.PATIENT_ASYNC, claude("fail500x1-ttft300", "retriedAsync")));
    scenarios.put(
        "unauthorizedAsync",
        seen -> askLater(seen, Clients.ASYNC, claude("status403", "unauthorizedAsync")));
    scenarios.put(
        "connectErrorAsync",
        seen -> askLater(seen, Clients.LOST_ASYNC, claude("n3", "connectErrorAsync")));
    scenarios.put("cancelled", Conversations::cancelled);
    scenarios.put(
        "inferenceProfile",
        seen ->
            ask(
                seen,
                Clients.STRICT,
                "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us."
                    + claude("n3", "inferenceProfile")));
  }

  private static void add(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> ask(seen, Clients.STRICT, claude(script, name)));
  }

  static ConverseRequest request(String model) {
    return ConverseRequest.builder().modelId(model).messages(user("hi")).build();
  }

  static Message user(String text) {
    return Message.builder()
        .role(ConversationRole.USER)
        .content(ContentBlock.fromText(text))
        .build();
  }

  static void ask(Observation seen, BedrockRuntimeClient client, String model) {
    seen.call("answer", () -> client.converse(request(model)));
    seen.value("after the call", "goes on");
  }

  static void askLater(Observation seen, BedrockRuntimeAsyncClient client, String model)
      throws InterruptedException {
    Clients.await(seen, client.converse(request(model)));
  }

  private static void cancelled(Observation seen) {
    CompletableFuture<?> future = Clients.ASYNC.converse(request(claude("ttft1000", "cancelled")));
    seen.value("cancel", future.cancel(true));
    seen.value("is cancelled", future.isCancelled());
    seen.call("answer", future::get);
  }
}
