/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googleadk;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.RefusedRun;
import dev.turnspan.it.kit.RefusedVersionContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions of google-adk that Turnspan does not know are left alone. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class RefusedGoogleAdkIT extends RefusedVersionContract {

  private static final ClientUnderTest OLD =
      ClientUnderTest.of(OldGoogleAdkProgram.class, "com.google.adk:google-adk:%s")
          // The library's model calls are still seen; this is not about them.
          .option("-Dotel.instrumentation.turnspan-google-genai.enabled=false");

  RefusedGoogleAdkIT(RefusedRun run) {
    super(run);
  }

  static Stream<RefusedRun> runs() {
    return RefusedRun.all(OLD, GoogleAdkContractIT.CLIENT);
  }
}
