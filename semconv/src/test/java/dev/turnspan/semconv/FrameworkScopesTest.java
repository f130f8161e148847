/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FrameworkScopesTest {

  @Test
  void scopeOfTheTable_isAFrameworks() {
    assertThat(FrameworkScopes.contains("gcp.vertex.agent")).isTrue();
    assertThat(FrameworkScopes.contains("org.springframework.boot")).isTrue();
    assertThat(FrameworkScopes.contains("gcp.vertex")).isFalse();
  }
}
