/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.RefusedRun;
import dev.turnspan.it.kit.RefusedVersionContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions of Spring AI that Turnspan does not know are left alone. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class RefusedSpringAiIT extends RefusedVersionContract {

  /** There is no artifact for the chat client yet. */
  private static final ClientUnderTest OLD =
      ClientUnderTest.of(
          OldSpringAiProgram.class,
          "org.springframework.ai:spring-ai-openai:%s",
          // From Spring Boot's list of versions; without it Maven takes parts that do not fit.
          "com.fasterxml.jackson.core:jackson-databind:2.17.2");

  RefusedSpringAiIT(RefusedRun run) {
    super(run);
  }

  static Stream<RefusedRun> runs() {
    return RefusedRun.all(OLD, SpringAiContractIT.CLIENT);
  }
}
