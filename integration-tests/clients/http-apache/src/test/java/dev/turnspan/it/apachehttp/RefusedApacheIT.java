/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.apachehttp;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.RefusedRun;
import dev.turnspan.it.kit.RefusedVersionContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions of Apache HttpClient that Turnspan does not know are left alone. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class RefusedApacheIT extends RefusedVersionContract {

  private static final ClientUnderTest OLD =
      ClientUnderTest.of(OldApacheProgram.class, "org.apache.httpcomponents.client5:httpclient5:%s")
          .rawHttp();

  RefusedApacheIT(RefusedRun run) {
    super(run);
  }

  static Stream<RefusedRun> runs() {
    return RefusedRun.all(OLD, ApacheContractIT.CLIENT);
  }
}
