/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.bedrock;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.ContractScenario;
import dev.turnspan.it.kit.LlmClientContract;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The AWS SDK's client for Bedrock's runtime keeps the contract. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class BedrockContractIT extends LlmClientContract {

  private static final ClientUnderTest CLIENT =
      ClientUnderTest.of(BedrockProgram.class, "software.amazon.awssdk:bedrockruntime:%s");

  BedrockContractIT(ClientUnderTest.Run run) {
    super(run);
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.runs();
  }

  @Override
  protected Map<ContractScenario, String> impossible() {
    return Map.of(
        ContractScenario.NEVER_CLOSED, "the SDK holds the handler for as long as it may be called");
  }

  @Override
  protected List<String> additional(String version) {
    return List.of(
        "cancelledStream",
        "connectErrorAsync",
        "cutWhole",
        "embedCohere",
        "embedTitan",
        "handlerThrows",
        "inferenceProfile",
        "invokeAsync",
        "invokeClaude",
        "invokeClaudeThinking",
        "invokeClaudeTool",
        "invokeClaudeToolStream",
        "invokeLlama",
        "invokeLlamaStream",
        "invokeNova",
        "invokeNovaStream",
        "invokeRateLimited",
        "invokeRetried",
        "malformedWhole",
        "oneByOne",
        "retriedInVain",
        "retriedStream",
        "toolTurnUnderServerSpan",
        "unauthorizedAsync",
        "unauthorizedStream");
  }
}
