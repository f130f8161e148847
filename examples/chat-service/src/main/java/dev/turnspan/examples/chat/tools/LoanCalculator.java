/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Instalments of an annuity loan. */
public final class LoanCalculator {

  private static final MathContext PRECISION = MathContext.DECIMAL64;
  private static final BigDecimal PERCENT_AND_MONTHS = BigDecimal.valueOf(1200);
  private static final int MAX_MONTHS = 600;

  /**
   * What a loan costs, in the currency of its amount.
   *
   * @param monthlyInstalment every instalment but the last
   * @param lastInstalment settles what rounding to cents left over
   */
  public record LoanPlan(
      BigDecimal monthlyInstalment,
      BigDecimal lastInstalment,
      BigDecimal totalPaid,
      BigDecimal totalInterest) {}

  /** Pays the loan back month by month, rounding each month to cents as a bank does. */
  @Tool("Calculates the monthly instalment and the total interest of a loan")
  public LoanPlan loanInstalment(
      @P("the amount of the loan") BigDecimal amount,
      @P("annual interest rate in percent") BigDecimal annualRatePercent,
      @P("number of months until the loan is paid back") int months) {
    if (amount.signum() <= 0 || annualRatePercent.signum() < 0) {
      throw new IllegalArgumentException("The amount must be positive, the rate not negative.");
    }
    if (months < 1 || months > MAX_MONTHS) {
      throw new IllegalArgumentException("The months must be between 1 and " + MAX_MONTHS + ".");
    }
    BigDecimal rate = annualRatePercent.divide(PERCENT_AND_MONTHS, PRECISION);
    BigDecimal instalment = cents(annuity(amount, rate, months));
    BigDecimal owed = cents(amount);
    for (int month = 1; month < months; month++) {
      owed = owed.add(cents(owed.multiply(rate))).subtract(instalment);
    }
    BigDecimal last = owed.add(cents(owed.multiply(rate)));
    BigDecimal total = instalment.multiply(BigDecimal.valueOf(months - 1L)).add(last);
    return new LoanPlan(instalment, last, total, total.subtract(cents(amount)));
  }

  private static BigDecimal annuity(BigDecimal amount, BigDecimal rate, int months) {
    if (rate.signum() == 0) {
      return amount.divide(BigDecimal.valueOf(months), PRECISION);
    }
    BigDecimal growth = BigDecimal.ONE.add(rate).pow(months, PRECISION);
    return amount
        .multiply(rate)
        .multiply(growth)
        .divide(growth.subtract(BigDecimal.ONE), PRECISION);
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
