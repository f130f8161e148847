/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.semconv.ValueRule;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SourceValuesTest {

  static Stream<Arguments> readable() {
    return Stream.of(
        Arguments.of(ValueRule.TEXT, "gpt-4o", "gpt-4o"),
        Arguments.of(ValueRule.TEXT, 12L, "12"),
        Arguments.of(ValueRule.COUNT, "12", 12L),
        Arguments.of(ValueRule.COUNT, " \"12\" ", 12L),
        Arguments.of(ValueRule.COUNT, "12.0", 12L),
        Arguments.of(ValueRule.COUNT, 12.0, 12L),
        Arguments.of(ValueRule.COUNT, 0L, 0L),
        Arguments.of(ValueRule.NUMBER, "0.5", 0.5),
        Arguments.of(ValueRule.BOOLEAN, "True", true),
        Arguments.of(ValueRule.BOOLEAN, "false", false),
        Arguments.of(ValueRule.SECONDS, 0.2504, 250L),
        Arguments.of(ValueRule.SECONDS, "1", 1000L),
        Arguments.of(ValueRule.MILLIS, 250.4, 250L),
        Arguments.of(ValueRule.MICROS, 250_499L, 250L),
        Arguments.of(ValueRule.NANOS, 250_500_000L, 251L),
        Arguments.of(ValueRule.FINISH_REASON, List.of("stop"), "stop"),
        Arguments.of(ValueRule.FINISH_REASON, List.of("stop", "tool_calls"), "tool_calls"),
        Arguments.of(ValueRule.FINISH_REASON, List.of("error", "stop"), "error"),
        Arguments.of(ValueRule.FINISH_REASON, "END_TURN", "stop"),
        Arguments.of(ValueRule.FINISH_REASON, "\"stop\"", "stop"),
        Arguments.of(ValueRule.FINISH_REASON, "[\"STOP\"]", "stop"),
        Arguments.of(ValueRule.FINISH_REASON, "[STOP, LENGTH]", "length"),
        Arguments.of(ValueRule.FINISH_REASON, "['tool_use']", "tool_calls"),
        Arguments.of(ValueRule.FINISH_REASON, "[ \"a\\\"b\" ]", "a\"b"),
        Arguments.of(ValueRule.FINISH_REASON, "[\"brok", "brok"),
        Arguments.of(ValueRule.ERROR_FLAG, "ERROR", "_OTHER"),
        Arguments.of(ValueRule.ERROR_FLAG, false, "_OTHER"),
        Arguments.of(ValueRule.URL_HOST, "https://api.openai.com/v1", "api.openai.com"));
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of(ValueRule.TEXT, "unknown"),
        Arguments.of(ValueRule.TEXT, List.of("a")),
        Arguments.of(ValueRule.COUNT, "-1"),
        Arguments.of(ValueRule.COUNT, -1L),
        Arguments.of(ValueRule.COUNT, 1.5),
        Arguments.of(ValueRule.COUNT, "twelve"),
        Arguments.of(ValueRule.COUNT, "0x10"),
        Arguments.of(ValueRule.COUNT, "12d"),
        Arguments.of(ValueRule.COUNT, "NaN"),
        Arguments.of(ValueRule.COUNT, "1e-"),
        Arguments.of(ValueRule.COUNT, "9".repeat(100)),
        Arguments.of(ValueRule.COUNT, Long.MAX_VALUE),
        Arguments.of(ValueRule.SECONDS, -0.1),
        Arguments.of(ValueRule.SECONDS, Double.NaN),
        Arguments.of(ValueRule.SECONDS, Double.MAX_VALUE),
        Arguments.of(ValueRule.BOOLEAN, "yes"),
        Arguments.of(ValueRule.FINISH_REASON, List.of()),
        Arguments.of(ValueRule.FINISH_REASON, "[]"),
        Arguments.of(ValueRule.FINISH_REASON, "[\"none\"]"),
        Arguments.of(ValueRule.FINISH_REASON, 1L),
        Arguments.of(ValueRule.PROVIDER, "spring_ai"),
        Arguments.of(ValueRule.PROVIDER_HOST, "localhost"),
        Arguments.of(ValueRule.ERROR_FLAG, "SUCCESS"),
        Arguments.of(ValueRule.URL_HOST, "http://[bad"));
  }

  @ParameterizedTest
  @MethodSource("readable")
  void usableValue_isReadByItsRule(ValueRule rule, Object value, Object expected) {
    assertThat(read(rule, value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void unusableValue_isNull(ValueRule rule, Object value) {
    assertThat(read(rule, value)).isNull();
  }

  @Test
  void endlessArray_isCutOff() {
    assertThat(TextArray.parse("[" + "a,".repeat(10_000))).hasSize(64);
  }

  private static @Nullable Object read(ValueRule rule, Object value) {
    return SourceValues.read(rule, "gen_ai.operation.name", value);
  }
}
