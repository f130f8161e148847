/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat.openai;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import dev.turnspan.examples.chat.tools.DateCalculator;
import dev.turnspan.examples.chat.tools.LoanCalculator;
import java.math.BigDecimal;

/** The same tools, described to the SDK by the classes of their arguments. */
final class OpenAiTools {

  private static final String LOAN = "loanInstalment";
  private static final String DATE = "dateAfter";

  private final LoanCalculator loans = new LoanCalculator();
  private final DateCalculator dates = new DateCalculator();

  @JsonTypeName(LOAN)
  @JsonClassDescription("Calculates the monthly instalment and the total interest of a loan")
  record LoanArguments(
      @JsonPropertyDescription("the amount of the loan") double amount,
      @JsonPropertyDescription("annual interest rate in percent") double annualRatePercent,
      @JsonPropertyDescription("number of months until the loan is paid back") int months) {}

  @JsonTypeName(DATE)
  @JsonClassDescription("Calculates the date and the weekday some days after a start date")
  record DateArguments(
      @JsonPropertyDescription("the start date, as yyyy-mm-dd") String startDate,
      @JsonPropertyDescription("number of days") int days) {}

  void describeTo(ChatCompletionCreateParams.Builder request) {
    request.addTool(LoanArguments.class).addTool(DateArguments.class);
  }

  /** Runs one tool. A failure is told to the model, which can correct its arguments. */
  Object run(ChatCompletionMessageFunctionToolCall.Function call) {
    try {
      return switch (call.name()) {
        case LOAN -> {
          LoanArguments a = call.arguments(LoanArguments.class);
          yield loans.loanInstalment(
              BigDecimal.valueOf(a.amount()),
              BigDecimal.valueOf(a.annualRatePercent()),
              a.months());
        }
        case DATE -> {
          DateArguments a = call.arguments(DateArguments.class);
          yield dates.dateAfter(a.startDate(), a.days());
        }
        default -> "There is no tool " + call.name() + ".";
      };
    } catch (RuntimeException e) {
      return "The tool failed: " + e.getMessage();
    }
  }
}
