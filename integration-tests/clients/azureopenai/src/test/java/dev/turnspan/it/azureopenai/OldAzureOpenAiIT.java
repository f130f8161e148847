/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.azureopenai;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.RefusedVersionContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions of azure-ai-openai that Turnspan does not know are left alone. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class OldAzureOpenAiIT extends RefusedVersionContract {

  private static final ClientUnderTest CLIENT =
      ClientUnderTest.of(OldAzureOpenAiProgram.class, "com.azure:azure-ai-openai:%s");

  OldAzureOpenAiIT(ClientUnderTest.Run run) {
    super(run);
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.refusedRuns();
  }
}
