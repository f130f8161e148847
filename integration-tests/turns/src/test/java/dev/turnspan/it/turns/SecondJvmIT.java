/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.turnspan.it.kit.JavaHomes;
import org.junit.jupiter.api.Test;

/** Says it where no newer JVM was tested. */
final class SecondJvmIT {

  @Test
  void newerJvm_isThere() {
    assumeThat(JavaHomes.toTest())
        .as("JVMs that the table is tested on; name a newer one by -Dturnspan.it.java-home")
        .hasSizeGreaterThan(1);
  }
}
