/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.apachehttp;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.ContractScenario;
import dev.turnspan.it.kit.LlmClientContract;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A hand-written client over Apache HttpClient 5 keeps the contract. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class ApacheContractIT extends LlmClientContract {

  private static final Set<ContractScenario> CHOSEN =
      Set.of(
          ContractScenario.BLOCKING,
          ContractScenario.ASYNC,
          ContractScenario.STREAMING,
          ContractScenario.ASYNC_STREAMING,
          ContractScenario.CLOSED_EARLY,
          ContractScenario.NEVER_CLOSED,
          ContractScenario.CANCELLED,
          ContractScenario.STREAM_USAGE_MISSING,
          ContractScenario.UNAUTHORIZED,
          ContractScenario.CUT,
          ContractScenario.CUT_ASYNC,
          ContractScenario.UNDER_SERVER_SPAN);

  static final ClientUnderTest CLIENT =
      ClientUnderTest.of(ApacheProgram.class, "org.apache.httpcomponents.client5:httpclient5:%s")
          .rawHttp();

  ApacheContractIT(ClientUnderTest.Run run) {
    super(run);
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.runs();
  }

  @Override
  protected Map<ContractScenario, String> impossible() {
    return Stream.of(ContractScenario.values())
        .filter(scenario -> !CHOSEN.contains(scenario))
        .collect(Collectors.toMap(Function.identity(), scenario -> "the wire's own tests have it"));
  }

  @Override
  protected List<String> additional(String version) {
    return List.of(
        "compressed",
        "cutWhole",
        "lost",
        "noModelCall",
        "unauthorizedAsync",
        "withHandler",
        "withTarget");
  }
}
