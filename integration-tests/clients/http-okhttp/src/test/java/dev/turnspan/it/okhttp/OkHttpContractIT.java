/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.okhttp;

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

/** A hand-written client over OkHttp keeps the contract. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class OkHttpContractIT extends LlmClientContract {

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
          ContractScenario.RETRIED,
          ContractScenario.CUT,
          ContractScenario.UNDER_SERVER_SPAN);

  /** Its dependency is the artifact that has the classes, also where that is another one. */
  static final ClientUnderTest CLIENT =
      ClientUnderTest.of(OkHttpProgram.class, "com.squareup.okhttp3:okhttp-sse:%s").rawHttp();

  OkHttpContractIT(ClientUnderTest.Run run) {
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
    return List.of("compressed", "cutWhole", "lost", "noModelCall");
  }
}
