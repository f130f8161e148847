/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.toolloop;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the model may ask for: a clock and a conversion, described by their arguments. */
final class Tools {

  private static final String TIME = "timeIn";
  private static final String DISTANCE = "milesToKilometres";
  private static final BigDecimal KILOMETRES_PER_MILE = new BigDecimal("1.609344");
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH);

  @JsonTypeName(TIME)
  @JsonClassDescription("Tells the time of day in a large city")
  record TimeArguments(@JsonPropertyDescription("name of the city, in English") String city) {}

  @JsonTypeName(DISTANCE)
  @JsonClassDescription("Converts miles to kilometres")
  record DistanceArguments(@JsonPropertyDescription("number of miles") double miles) {}

  void describeTo(ChatCompletionCreateParams.Builder request) {
    request.addTool(TimeArguments.class).addTool(DistanceArguments.class);
  }

  /** Runs one tool. A failure is told to the model, which can correct its arguments. */
  String run(ChatCompletionMessageFunctionToolCall.Function call) {
    try {
      return switch (call.name()) {
        case TIME -> timeIn(call.arguments(TimeArguments.class).city());
        case DISTANCE -> kilometres(call.arguments(DistanceArguments.class).miles());
        default -> "There is no tool " + call.name() + ".";
      };
    } catch (RuntimeException e) {
      return "The tool failed: " + e.getMessage();
    }
  }

  static String timeIn(String city) {
    String zone = "/" + city.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.toLowerCase(Locale.ROOT).endsWith(zone))
        .sorted()
        .findFirst()
        .map(id -> city + ": " + CLOCK.format(ZonedDateTime.now(ZoneId.of(id))))
        .orElse("No time zone is named after " + city + ".");
  }

  static String kilometres(double miles) {
    BigDecimal result =
        BigDecimal.valueOf(miles).multiply(KILOMETRES_PER_MILE).setScale(2, RoundingMode.HALF_UP);
    return result.toPlainString() + " km";
  }
}
