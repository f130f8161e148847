/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.ollama;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.ContractScenario;
import dev.turnspan.it.kit.LlmClientContract;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Ollama keeps the contract where it is not LangChain4j alone that keeps it. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class OllamaContractIT extends LlmClientContract {

  static final ClientUnderTest CLIENT =
      ClientUnderTest.of(
          OllamaProgram.class,
          "dev.langchain4j:langchain4j:%s",
          "dev.langchain4j:langchain4j-ollama:%s");

  private static final Set<ContractScenario> HERE =
      Set.of(
          ContractScenario.BLOCKING,
          ContractScenario.STREAMING,
          ContractScenario.REASONING_FIRST,
          ContractScenario.USAGE_MISSING,
          ContractScenario.STREAM_USAGE_MISSING,
          ContractScenario.LENGTH,
          ContractScenario.UNAUTHORIZED,
          ContractScenario.RETRIED,
          ContractScenario.CUT);

  OllamaContractIT(ClientUnderTest.Run run) {
    super(run);
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.runs();
  }

  @Override
  protected Map<ContractScenario, String> impossible() {
    Map<ContractScenario, String> elsewhere = new EnumMap<>(ContractScenario.class);
    for (ContractScenario scenario : ContractScenario.values()) {
      if (!HERE.contains(scenario)) {
        elsewhere.put(scenario, "LangChain4j's own part of it is tested with another provider");
      }
    }
    return elsewhere;
  }

  @Override
  protected List<String> additional(String version) {
    return List.of("embeddings", "reasoning", "serviceTool", "unauthorizedStream");
  }

  /** Before, tool calls had no ids, and embeddings neither model nor usage. */
  @Override
  protected String adapted(String expected, String version) {
    if (version.startsWith("1.18.")) {
      return expected;
    }
    String text = expected.replaceAll(" toolCallId=\\w+", "");
    return text.contains("operation=embeddings")
        ? text.replace(" responseModel=$model", "")
            .replace("    finishReason=stop\n", "")
            .replace("usage.reported=true usage.inputTokens=7", "usage.reported=false")
        : text;
  }

  /** Ollama's answers have no id, and say nothing of a cache or of thoughts. */
  @Override
  protected Set<String> adaptedKeys(Set<String> keys, String version) {
    Set<String> known = new TreeSet<>(keys);
    known.removeAll(Set.of("responseId", "gen_ai.response.id"));
    known.removeIf(key -> key.contains("cacheRead") || key.contains("cache_read"));
    known.removeIf(key -> key.contains("reasoning"));
    return known;
  }
}
