/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.azureopenai;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.ContractScenario;
import dev.turnspan.it.kit.LlmClientContract;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** azure-ai-openai keeps the contract. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class AzureOpenAiContractIT extends LlmClientContract {

  private static final ClientUnderTest CLIENT =
      ClientUnderTest.of(AzureOpenAiProgram.class, "com.azure:azure-ai-openai:%s");

  AzureOpenAiContractIT(ClientUnderTest.Run run) {
    super(run);
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.runs();
  }

  @Override
  protected Map<ContractScenario, String> impossible() {
    String swallowed = "the library takes an error event for a chunk without choices";
    return Map.of(
        ContractScenario.REASONING_FIRST, "the library has no place for reasoning",
        ContractScenario.ERROR_EVENT, swallowed,
        ContractScenario.ERROR_EVENT_ASYNC, swallowed);
  }

  @Override
  protected List<String> additional(String version) {
    return List.of(
        "asyncStreamWithResponse",
        "embeddings",
        "embeddingsAsync",
        "iterator",
        "notSubscribed",
        "unauthorizedAsync",
        "unauthorizedStream",
        "withResponse");
  }
}
