/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.azureopenai;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.RefusedRun;
import dev.turnspan.it.kit.RefusedVersionContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions of azure-ai-openai that Turnspan does not know are left alone. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class RefusedAzureOpenAiIT extends RefusedVersionContract {

  private static final ClientUnderTest OLD =
      ClientUnderTest.of(OldAzureOpenAiProgram.class, "com.azure:azure-ai-openai:%s");

  RefusedAzureOpenAiIT(RefusedRun run) {
    super(run);
  }

  static Stream<RefusedRun> runs() {
    return RefusedRun.all(OLD, AzureOpenAiContractIT.CLIENT);
  }
}
