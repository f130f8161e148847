/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.webclient;

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

/** A hand-written client over Spring WebClient keeps the contract. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class WebClientContractIT extends LlmClientContract {

  private static final Set<ContractScenario> CHOSEN =
      Set.of(
          ContractScenario.BLOCKING,
          ContractScenario.ASYNC,
          ContractScenario.STREAMING,
          ContractScenario.CLOSED_EARLY,
          ContractScenario.CANCELLED,
          ContractScenario.STREAM_USAGE_MISSING,
          ContractScenario.UNAUTHORIZED,
          ContractScenario.RETRIED,
          ContractScenario.CUT,
          ContractScenario.UNDER_SERVER_SPAN);

  static final ClientUnderTest CLIENT =
      ClientUnderTest.of(
              WebClientProgram.class,
              "org.springframework:spring-webflux:%s",
              "org.springframework:spring-context:%s",
              "io.projectreactor.netty:reactor-netty-http:1.1.22")
          .rawHttp();

  private final ClientUnderTest.Run run;

  WebClientContractIT(ClientUnderTest.Run run) {
    super(run);
    this.run = run;
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
    return List.of("compressed", "lost", "noModelCall");
  }

  /** Agents older than Spring 7 do not find the status on its answers. */
  @Override
  protected String adapted(String expected, String version) {
    return version.startsWith("7.") && run.agent().startsWith("2.2")
        ? expected
            .replaceAll(
                "(POST CLIENT) ERROR\n *http.response.status_code=",
                "$1\n            http.response.status_code=")
            .replaceAll("(?m)^ *http.response.status_code=(200|401|404|500)\n", "")
        : expected;
  }
}
