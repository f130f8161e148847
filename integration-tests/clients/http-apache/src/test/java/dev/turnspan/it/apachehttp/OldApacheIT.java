/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.apachehttp;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.RefusedVersionContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions of Apache HttpClient that Turnspan does not know are left alone. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class OldApacheIT extends RefusedVersionContract {

  private static final ClientUnderTest CLIENT =
      ClientUnderTest.of(OldApacheProgram.class, "org.apache.httpcomponents.client5:httpclient5:%s")
          .rawHttp();

  OldApacheIT(ClientUnderTest.Run run) {
    super(run);
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.refusedRuns();
  }
}
