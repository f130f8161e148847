/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.jdkhttp;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.ContractScenario;
import dev.turnspan.it.kit.LlmClientContract;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Home-made clients over java.net.http keep the contract. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class JdkHttpContractIT extends LlmClientContract {

  private static final ClientUnderTest CLIENT = ClientUnderTest.of(JdkHttpProgram.class);

  private final String agent;

  JdkHttpContractIT(ClientUnderTest.Run run) {
    super(run);
    agent = run.agent();
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.runs();
  }

  @Override
  protected Map<ContractScenario, String> impossible() {
    String noRetries = "the client knows no retries: what an application repeats is another call";
    return Map.of(
        ContractScenario.RETRIED,
        noRetries,
        ContractScenario.RETRIED_ASYNC,
        noRetries,
        ContractScenario.NEVER_CLOSED,
        "the client holds on to the body of an open connection: the collector finds nothing");
  }

  /**
   * The oldest agent's own future swallows a cancellation, so the answer comes; newer agents pass
   * it on, and then their span never ends.
   */
  @Override
  protected String adapted(String expected, String version) {
    boolean cancelled =
        expected.contains("finishReason=aborted") && expected.contains("stream=false");
    return cancelled && !agent.equals("2.20.1")
        ? expected.replaceAll(" *POST CLIENT\n *http.response.status_code=200\n", "")
        : expected;
  }

  @Override
  protected List<String> additional(String version) {
    return List.of(
        "anthropic",
        "anthropicErrorEvent",
        "anthropicOverloaded",
        "anthropicStreaming",
        "bytes",
        "cancelledBelow",
        "connectErrorAsync",
        "cutWhole",
        "embeddings",
        "gemini",
        "geminiArray",
        "geminiStreaming",
        "large",
        "malformedWhole",
        "ollama",
        "ollamaCut",
        "ollamaGenerate",
        "ollamaStreaming",
        "otherRequests",
        "packed",
        "packedOtherwise",
        "responses",
        "responsesChain",
        "responsesErrorEvent",
        "responsesStreaming",
        "unauthorizedStream");
  }
}
