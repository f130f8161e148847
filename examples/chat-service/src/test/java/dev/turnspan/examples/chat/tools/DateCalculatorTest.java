/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateCalculatorTest {

  private final DateCalculator calculator = new DateCalculator();

  @ParameterizedTest
  @CsvSource({
    "2027-01-31, 90, 2027-05-01, Saturday",
    "2028-02-28, 1, 2028-02-29, Tuesday",
    "2027-02-28, 1, 2027-03-01, Monday",
    "2027-01-01, -1, 2026-12-31, Thursday",
    "2000-01-01, 0, 2000-01-01, Saturday"
  })
  void validDate_dayAndWeekdayExact(String start, int days, String date, String weekday) {
    assertThat(calculator.dateAfter(start, days)).isEqualTo(new DateCalculator.Day(date, weekday));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "2027-02-30", "31.01.2027"})
  void notADate_refusedWithAnExample(String start) {
    assertThatThrownBy(() -> calculator.dateAfter(start, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The start date must be like 2027-01-31.");
  }
}
