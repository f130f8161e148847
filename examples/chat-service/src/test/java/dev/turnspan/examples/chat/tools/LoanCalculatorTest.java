/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoanCalculatorTest {

  private final LoanCalculator calculator = new LoanCalculator();

  @ParameterizedTest
  @CsvSource({
    "12000, 4.5, 36, 356.96, 357.09, 12850.69, 850.69",
    "250000, 3.75, 360, 1157.79, 1157.17, 416803.78, 166803.78",
    "1000, 0, 3, 333.33, 333.34, 1000.00, 0.00",
    "5000, 12, 1, 5050.00, 5050.00, 5050.00, 50.00"
  })
  void validLoan_exactToTheCent(
      BigDecimal amount,
      BigDecimal rate,
      int months,
      BigDecimal instalment,
      BigDecimal last,
      BigDecimal total,
      BigDecimal interest) {
    assertThat(calculator.loanInstalment(amount, rate, months))
        .isEqualTo(new LoanCalculator.LoanPlan(instalment, last, total, interest));
  }

  @ParameterizedTest
  @CsvSource({"0, 5, 12", "-1, 5, 12", "1000, -0.1, 12", "1000, 5, 0", "1000, 5, 601"})
  void impossibleLoan_refused(BigDecimal amount, BigDecimal rate, int months) {
    assertThatThrownBy(() -> calculator.loanInstalment(amount, rate, months))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be");
  }
}
