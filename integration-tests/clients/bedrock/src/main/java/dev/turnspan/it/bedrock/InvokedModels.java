/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.bedrock;

import static dev.turnspan.it.bedrock.Clients.claude;
import static dev.turnspan.it.bedrock.Clients.llama;
import static dev.turnspan.it.bedrock.Clients.nova;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelResponse;

/** InvokeModel, answers in one piece: each family of models has bodies of its own. */
final class InvokedModels {

  static final String CLAUDE =
      "{\"anthropic_version\":\"bedrock-2023-05-31\",\"max_tokens\":100,"
          + "\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
  static final String CLAUDE_WITH_TOOLS =
      CLAUDE.replace(
          "\"messages\"",
          "\"tools\":[{\"name\":\"weather\",\"input_schema\":{\"type\":\"object\"}}],"
              + "\"messages\"");
  static final String NOVA = "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"hi\"}]}]}";
  static final String LLAMA = "{\"prompt\":\"hi\",\"max_gen_len\":100}";

  private InvokedModels() {}

  static void addTo(Map<String, Scenario> scenarios) {
    add(scenarios, "invokeClaude", claude("in20-cached8-cachewrite3-n3", "invokeClaude"), CLAUDE);
    add(scenarios, "invokeClaudeTool", claude("tool", "invokeClaudeTool"), CLAUDE_WITH_TOOLS);
    add(scenarios, "invokeNova", nova("in20-cached8-n3", "invokeNova"), NOVA);
    add(scenarios, "invokeLlama", llama("n3", "invokeLlama"), LLAMA);
    add(scenarios, "invokeRateLimited", llama("status429", "invokeRateLimited"), LLAMA);
    add(scenarios, "refusal", claude("refusal", "refusal"), CLAUDE);
    add(
        scenarios,
        "embedTitan",
        "amazon.titan-embed-text-sim-in5-sembedTitan",
        "{\"inputText\":\"some text\"}");
    add(
        scenarios,
        "embedCohere",
        "cohere.embed-sim-in7-sembedCohere",
        "{\"texts\":[\"some text\",\"more\"],\"input_type\":\"search_query\"}");
    scenarios.put(
        "invokeAsync",
        seen ->
            Clients.await(
                seen,
                Clients.ASYNC
                    .invokeModel(request(claude("ttft300-n3", "invokeAsync"), CLAUDE))
                    .thenApply(InvokedModels::body)));
    scenarios.put(
        "invokeRetried",
        seen ->
            ask(seen, Clients.PATIENT::invokeModel, llama("fail429x1", "invokeRetried"), LLAMA));
  }

  private static void add(Map<String, Scenario> scenarios, String name, String model, String body) {
    scenarios.put(name, seen -> ask(seen, Clients.STRICT::invokeModel, model, body));
  }

  private static void ask(
      Observation seen,
      java.util.function.Function<InvokeModelRequest, InvokeModelResponse> client,
      String model,
      String body) {
    seen.call("answer", () -> body(client.apply(request(model, body))));
    seen.value("after the call", "goes on");
  }

  static String body(InvokeModelResponse response) {
    return response.body().asUtf8String();
  }

  static InvokeModelRequest request(String model, String body) {
    return InvokeModelRequest.builder()
        .modelId(model)
        .contentType("application/json")
        .body(SdkBytes.fromUtf8String(body))
        .build();
  }
}
