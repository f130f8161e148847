/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.RefusedVersionContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A Spring AI that lacks what Turnspan needs is left alone. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class DoctoredSpringAiIT extends RefusedVersionContract {

  DoctoredSpringAiIT(ClientUnderTest.Run run) {
    super(run);
  }

  static Stream<ClientUnderTest.Run> runs() {
    return SpringAiContractIT.CLIENT.doctoredRuns();
  }
}
