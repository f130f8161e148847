/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.ollama4j;

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

/** ollama4j keeps the contract, with every version and agent. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class Ollama4jContractIT extends LlmClientContract {

  static final ClientUnderTest CLIENT =
      ClientUnderTest.of(Ollama4jProgram.class, "io.github.ollama4j:ollama4j:%s");

  private static final String NO_FUTURES = "nothing is asynchronous but generation";
  private static final String NO_HANDLE = "a stream cannot be closed";
  private static final String NO_RETRIES = "the client does not retry";
  private static final String NOT_REPORTED = "Ollama knows nothing of the kind";

  Ollama4jContractIT(ClientUnderTest.Run run) {
    super(run);
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.runs();
  }

  @Override
  protected Map<ContractScenario, String> impossible() {
    Map<ContractScenario, String> reasons = new EnumMap<>(ContractScenario.class);
    for (ContractScenario scenario : ContractScenario.values()) {
      if (scenario.name().contains("ASYNC")) {
        reasons.put(scenario, NO_FUTURES);
      }
    }
    reasons.put(ContractScenario.CANCELLED, NO_FUTURES);
    reasons.put(ContractScenario.IN_PARALLEL, NO_FUTURES);
    reasons.put(ContractScenario.CLOSED_EARLY, NO_HANDLE);
    reasons.put(ContractScenario.NEVER_CLOSED, NO_HANDLE);
    reasons.put(ContractScenario.TOOL_CALL_ONLY, "the client runs the tool and asks again");
    reasons.put(
        ContractScenario.NO_FINISH_REASON_STREAM,
        "the client closes a stream at its last line, which is not known as such then");
    reasons.put(ContractScenario.RETRIED, NO_RETRIES);
    reasons.put(ContractScenario.DETAILED_USAGE, NOT_REPORTED);
    reasons.put(ContractScenario.CONTENT_FILTER, NOT_REPORTED);
    reasons.put(ContractScenario.REFUSAL, NOT_REPORTED);
    return reasons;
  }

  @Override
  protected List<String> additional(String version) {
    return List.of(
        "embeddings",
        "generate",
        "generateAsync",
        "generateStream",
        "handlerThrows",
        "toolAsks",
        "toolFails",
        "toolStream",
        "toolUnauthorized",
        "toolsUnderServerSpan",
        "unusedTool");
  }

  /** Before the class was renamed, exceptions had other names, and a tool's were not wrapped. */
  @Override
  protected String adapted(String expected, String version) {
    return version.equals("1.1.6")
        ? expected
        : expected.replace(
            "turn ERROR: OllamaException",
            expected.contains("tool-call ERROR: IllegalStateException")
                ? "turn ERROR: IllegalStateException"
                : "turn ERROR: OllamaBaseException");
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
