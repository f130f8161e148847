/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.toolloop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ToolsTest {

  @Test
  void miles_areConvertedToTheCent() {
    assertThat(Tools.kilometres(26.2)).isEqualTo("42.16 km");
    assertThat(Tools.kilometres(-1)).isEqualTo("-1.61 km");
  }

  @Test
  void city_isFoundByItsTimeZone() {
    assertThat(Tools.timeIn("New York")).matches("New York: [A-Z][a-z]+day \\d\\d:\\d\\d");
    assertThat(Tools.timeIn("Nowhere")).isEqualTo("No time zone is named after Nowhere.");
  }
}
