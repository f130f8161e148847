/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.anthropic;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.ContractScenario;
import dev.turnspan.it.kit.LlmClientContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** anthropic-java keeps the contract. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class AnthropicContractIT extends LlmClientContract {

  static final ClientUnderTest CLIENT =
      ClientUnderTest.of(AnthropicProgram.class, "com.anthropic:anthropic-java:%s");

  AnthropicContractIT(ClientUnderTest.Run run) {
    super(run);
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.runs();
  }

  @Override
  protected Map<ContractScenario, String> impossible() {
    return Map.of(
        ContractScenario.CONTENT_FILTER, "the API has one word for filtered and for refused");
  }

  @Override
  protected List<String> additional(String version) {
    List<String> names =
        new ArrayList<>(
            List.of(
                "betaAsync",
                "betaAsyncStreaming",
                "betaBlocking",
                "betaStreaming",
                "betaUnauthorized",
                "cancelledByTheCaller",
                "closedTwice",
                "collectedPushed",
                "collectedStream",
                "connectErrorAsync",
                "consumerThrows",
                "cutAtOnce",
                "cutWhole",
                "failureUnderServerSpan",
                "findFirst",
                "handlerThrows",
                "iterable",
                "iterator",
                "limited",
                "malformedWhole",
                "neverRead",
                "outlivesServerSpan",
                "ownExecutor",
                "rawBody",
                "rawBodyInPart",
                "rawClosed",
                "rawError",
                "rawForgotten",
                "rawParsed",
                "rawStreaming",
                "readToTheEndAndNotClosed",
                "retriedInVain",
                "spliterator",
                "toolTurnUnderServerSpan",
                "unauthorizedAsync",
                "unauthorizedStream",
                "unauthorizedStreamAsync"));
    if (major(version) >= 2) {
      names.addAll(
          List.of(
              "toolRunner",
              "toolRunnerBroken",
              "toolRunnerFails",
              "toolRunnerPair",
              "toolRunnerRounds",
              "toolRunnerStreaming"));
    }
    if (tracesItself(version)) {
      names.add("conversation");
    }
    if (major(version) >= 3) {
      names.add("thread");
    }
    return names;
  }

  private static boolean tracesItself(String version) {
    return major(version) >= 3 || version.equals("2.72.0");
  }

  private static int major(String version) {
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }
}
