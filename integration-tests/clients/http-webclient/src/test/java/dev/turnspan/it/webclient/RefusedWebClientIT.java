/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.webclient;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.RefusedRun;
import dev.turnspan.it.kit.RefusedVersionContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions of Spring's WebClient that Turnspan does not know are left alone. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class RefusedWebClientIT extends RefusedVersionContract {

  private static final ClientUnderTest OLD =
      ClientUnderTest.of(
              OldWebClientProgram.class,
              "org.springframework:spring-webflux:%s",
              "org.springframework:spring-context:%s",
              "io.projectreactor.netty:reactor-netty:0.9.25.RELEASE")
          .rawHttp();

  RefusedWebClientIT(RefusedRun run) {
    super(run);
  }

  static Stream<RefusedRun> runs() {
    return RefusedRun.all(OLD, WebClientContractIT.CLIENT);
  }
}
