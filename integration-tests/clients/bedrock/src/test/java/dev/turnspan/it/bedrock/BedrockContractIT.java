/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.bedrock;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.ContractScenario;
import dev.turnspan.it.kit.LlmClientContract;
import dev.turnspan.it.kit.TestBed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The AWS SDK's client for Bedrock's runtime keeps the contract. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class BedrockContractIT extends LlmClientContract {

  private static final String OLDEST = "2.25.63";

  /** Of the models that are asked through Converse only, no answer says which one it was. */
  private static final Pattern CONVERSE =
      Pattern.compile("requestModel=\\S*anthropic\\S+ model=\\S*anthropic");

  static final ClientUnderTest CLIENT =
      ClientUnderTest.of(BedrockProgram.class, "software.amazon.awssdk:bedrockruntime:%s");

  private final ClientUnderTest.Run run;

  BedrockContractIT(ClientUnderTest.Run run) {
    super(run);
    this.run = run;
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.runs();
  }

  /** The oldest versions know of no caches, and not the oldest agent of every way of calling. */
  @Test
  void agentsOwnModule_countsNothing() {
    if (!run.version().equals(OLDEST) && run.agent().equals(TestBed.get().newestAgent())) {
      CountedOnceIT.assertCountedOnce(run.result());
    }
  }

  @Override
  protected Map<ContractScenario, String> impossible() {
    return Map.of(
        ContractScenario.NEVER_CLOSED, "the SDK holds the handler for as long as it may be called");
  }

  /**
   * The oldest versions know of no reasoning and no caches, except in the bodies of InvokeModel,
   * and take an exception in a stream for a general one.
   */
  @Override
  protected String adapted(String expected, String version) {
    if (!version.equals(OLDEST)) {
      return expected;
    }
    String adapted =
        expected
            .replace("ModelStreamErrorException, HTTP 424", "BedrockRuntimeException, HTTP 500")
            .replace("status_code=424", "status_code=500")
            .replace("ModelStreamErrorException", "BedrockRuntimeException");
    return CONVERSE.matcher(expected).find()
        ? adapted
            .replaceAll(" usage\\.cache(Read|Write)Tokens=\\d+", "")
            .replace("firstTokenKind=reasoning", "firstTokenKind=text")
            .replace("chunkCount=5", "chunkCount=2")
        : adapted;
  }

  /** Bedrock reports neither reasoning tokens nor, for Converse, the model that answered. */
  @Override
  protected Set<String> adaptedKeys(Set<String> keys, String version) {
    Set<String> adapted = new TreeSet<>(keys);
    adapted.removeIf(key -> key.contains("reasoning") || key.startsWith("responseModel"));
    adapted.remove("gen_ai.response.model");
    if (version.equals(OLDEST)) {
      adapted.removeIf(key -> key.contains("cache"));
    } else {
      adapted.add("usage.cacheWriteTokens");
      if (adapted.contains("gen_ai.usage.input_tokens")) {
        adapted.add("gen_ai.usage.cache_write.input_tokens");
      }
    }
    return adapted;
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
