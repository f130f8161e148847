/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.okhttp;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.RefusedVersionContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** An OkHttp that lacks what Turnspan needs is left alone. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class DoctoredOkHttpIT extends RefusedVersionContract {

  DoctoredOkHttpIT(ClientUnderTest.Run run) {
    super(run);
  }

  static Stream<ClientUnderTest.Run> runs() {
    return OkHttpContractIT.CLIENT.doctoredRuns();
  }
}
