/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.azureopenai;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.ContractScenario;
import dev.turnspan.it.kit.LlmClientContract;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** azure-ai-openai keeps the contract. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class AzureOpenAiContractIT extends LlmClientContract {

  static final ClientUnderTest CLIENT =
      ClientUnderTest.of(AzureOpenAiProgram.class, "com.azure:azure-ai-openai:%s")
          // These spans of the agent's end now before and now after ours.
          .option("-Dotel.instrumentation.netty.enabled=false")
          .option("-Dotel.instrumentation.reactor-netty.enabled=false");

  AzureOpenAiContractIT(ClientUnderTest.Run run) {
    super(run);
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.runs();
  }

  @Override
  protected Map<ContractScenario, String> impossible() {
    String swallowed = "the library takes an error event for a chunk without choices";
    String overtakes = "an error overtakes chunks that the application has not read yet, or not";
    return Map.of(
        ContractScenario.REASONING_FIRST, "the library has no place for reasoning",
        ContractScenario.MALFORMED, overtakes,
        ContractScenario.CUT, overtakes,
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

  /** The oldest versions tell less, and report broken JSON in other ways. */
  @Override
  protected String adapted(String expected, String version) {
    String text = expected;
    if (beta(version) < 16) {
      text = text.replaceAll(" usage\\.(cacheRead|reasoning)Tokens=\\d+", "");
      text = malformed(text, version);
    }
    if (beta(version) < 9) {
      text =
          text.replace(" responseModel=$model", "")
              .replace("finishReason=refusal", "finishReason=stop");
      if (text.contains("firstTokenKind=tool_call")) {
        text = text.replace("chunkCount=5", "chunkCount=3");
      }
    }
    return text;
  }

  private static String malformed(String text, String version) {
    if (beta(version) > 8) {
      return text.replace("java.lang.IllegalStateException", "java.io.UncheckedIOException")
          .replace("IllegalStateException", "UncheckedIOException");
    }
    return text.replace(
            "java.lang.IllegalStateException", "com.fasterxml.jackson.core.JsonParseException")
        .replace("IllegalStateException", "JsonParseException");
  }

  @Override
  protected Set<String> adaptedKeys(Set<String> keys, String version) {
    Set<String> known = new TreeSet<>(keys);
    if (beta(version) < 16) {
      known.removeIf(key -> key.contains("cacheRead") || key.contains("cache_read"));
      known.removeIf(key -> key.contains("reasoning"));
    }
    if (beta(version) < 9) {
      known.removeAll(Set.of("responseModel", "gen_ai.response.model"));
    }
    return known;
  }

  private static int beta(String version) {
    return Integer.parseInt(version.substring(version.lastIndexOf('.') + 1));
  }
}
