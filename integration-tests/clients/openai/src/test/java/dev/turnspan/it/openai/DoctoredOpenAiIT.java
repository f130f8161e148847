/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.openai;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.RefusedVersionContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A openai-java that lacks what Turnspan needs is left alone. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class DoctoredOpenAiIT extends RefusedVersionContract {

  DoctoredOpenAiIT(ClientUnderTest.Run run) {
    super(run);
  }

  static Stream<ClientUnderTest.Run> runs() {
    return OpenAiContractIT.CLIENT.doctoredRuns();
  }
}
