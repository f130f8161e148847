/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HookedMethodsTest {

  private static final String HERE = HookedMethodsTest.class.getName();

  @Test
  void privateMethod_isFound() {
    assertThat(missing(HERE + "#missing")).isEmpty();
  }

  @Test
  void methodOrClassThatIsNotThere_isNamed() {
    assertThat(missing(HERE + "#missing", HERE + "#gone", "com.acme.Gone#missing"))
        .containsExactly(HERE + "#gone", "com.acme.Gone#missing");
  }

  private static List<String> missing(String... methods) {
    return HookedMethods.missing(HookedMethodsTest.class.getClassLoader(), List.of(methods));
  }
}
