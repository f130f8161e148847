/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googleadk;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.RefusedVersionContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A google-adk that lacks what Turnspan needs is left alone. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class DoctoredGoogleAdkIT extends RefusedVersionContract {

  private static final ClientUnderTest CLIENT =
      ClientUnderTest.of(GoogleAdkProgram.class, "com.google.adk:google-adk:%s")
          // The library's model calls are still seen; this is not about them.
          .option("-Dotel.instrumentation.turnspan-google-genai.enabled=false");

  DoctoredGoogleAdkIT(ClientUnderTest.Run run) {
    super(run);
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.doctoredRuns();
  }
}
