/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.anthropic;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.RefusedRun;
import dev.turnspan.it.kit.RefusedVersionContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions of anthropic-java that Turnspan does not know are left alone. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class RefusedAnthropicIT extends RefusedVersionContract {

  private static final ClientUnderTest OLD =
      ClientUnderTest.of(OldAnthropicProgram.class, "com.anthropic:anthropic-java:%s");

  RefusedAnthropicIT(RefusedRun run) {
    super(run);
  }

  static Stream<RefusedRun> runs() {
    return RefusedRun.all(OLD, AnthropicContractIT.CLIENT);
  }
}
