/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.bedrock;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.RefusedRun;
import dev.turnspan.it.kit.RefusedVersionContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions of the AWS SDK that Turnspan does not know are left alone. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class RefusedBedrockIT extends RefusedVersionContract {

  private static final ClientUnderTest OLD =
      ClientUnderTest.of(OldBedrockProgram.class, "software.amazon.awssdk:bedrockruntime:%s");

  RefusedBedrockIT(RefusedRun run) {
    super(run);
  }

  static Stream<RefusedRun> runs() {
    return RefusedRun.all(OLD, BedrockContractIT.CLIENT);
  }
}
