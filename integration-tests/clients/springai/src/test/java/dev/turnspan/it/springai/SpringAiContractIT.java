/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.ContractScenario;
import dev.turnspan.it.kit.LlmClientContract;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Spring AI keeps the contract. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class SpringAiContractIT extends LlmClientContract {

  static final ClientUnderTest CLIENT =
      ClientUnderTest.of(SpringAiProgram.class, SpringAiArtifacts.of());

  private static final List<String> ALWAYS =
      List.of(
          "client",
          "clientAdvised",
          "clientClosedEarly",
          "clientEntity",
          "clientFails",
          "clientNamedDefault",
          "clientNotSubscribed",
          "clientStream",
          "clientStreamFails",
          "clientStreamTool",
          "clientStreamToolRounds",
          "clientStreamToolThrows",
          "clientStreamUnderServerSpan",
          "clientToolAsks",
          "clientToolRounds",
          "clientToolThrows",
          "clientUnderServerSpan",
          "embeddings",
          "ownModel",
          "retriedInVain",
          "subscribedTwice",
          "subscriberThrows",
          "unauthorizedStream",
          "wrappedModel");

  SpringAiContractIT(ClientUnderTest.Run run) {
    super(run);
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.runs();
  }

  @Override
  protected Map<ContractScenario, String> impossible() {
    Map<ContractScenario, String> reasons = new EnumMap<>(ContractScenario.class);
    String noFutures = "answers in one piece are returned, not promised";
    reasons.put(ContractScenario.ASYNC, noFutures);
    reasons.put(ContractScenario.CANCELLED, noFutures);
    reasons.put(ContractScenario.RETRIED_ASYNC, noFutures);
    String oneKind = "all streams call back: see the scenario of the same name without async";
    reasons.put(ContractScenario.ASYNC_STREAMING, oneKind);
    reasons.put(ContractScenario.ASYNC_CLOSED_EARLY, oneKind);
    reasons.put(ContractScenario.ERROR_EVENT_ASYNC, oneKind);
    reasons.put(ContractScenario.MALFORMED_ASYNC, oneKind);
    reasons.put(ContractScenario.CUT_ASYNC, oneKind);
    reasons.put(ContractScenario.NO_FINISH_REASON_ASYNC, oneKind);
    reasons.put(
        ContractScenario.NEVER_CLOSED, "a stream holds its subscriber for as long as it lasts");
    return reasons;
  }

  @Override
  protected List<String> additional(String version) {
    List<String> names = new ArrayList<>(ALWAYS);
    if (major(version) == 1) {
      names.add("modelLoop");
    }
    return names;
  }

  private static int major(String version) {
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }
}
