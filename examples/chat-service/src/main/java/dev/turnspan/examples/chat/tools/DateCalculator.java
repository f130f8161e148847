/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** Calendar arithmetic, which models are bad at. */
public final class DateCalculator {

  /** A day of the calendar, with its weekday in English. */
  public record Day(String date, String weekday) {}

  /** The day that lies some days after (or, negative, before) another. */
  @Tool("Calculates the date and the weekday some days after a start date")
  public Day dateAfter(
      @P("the start date, as yyyy-mm-dd") String startDate, @P("number of days") int days) {
    LocalDate date;
    try {
      date = LocalDate.parse(startDate).plusDays(days);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("The start date must be like 2027-01-31.", e);
    }
    return new Day(
        date.toString(), date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
  }
}
