/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FinishReasonsTest {

  @ParameterizedTest
  @CsvSource({
    "stop,stop",
    "STOP,stop",
    "end_turn,stop",
    "COMPLETE,stop",
    "max_tokens,length",
    "incomplete:max_output_tokens,length",
    "tool_calls,tool_calls",
    "tool_use,tool_calls",
    "TOOL_EXECUTION,tool_calls",
    "tool-calls,tool_calls",
    "SAFETY,content_filter",
    "content-filter,content_filter",
    "refusal,refusal",
    "failed,error",
    "canceled,aborted",
    "max-steps,max-steps",
    "abandoned,abandoned"
  })
  void knownReason_comesBackInOneVocabulary(String raw, String canonical) {
    assertThat(FinishReasons.canonical(raw)).isEqualTo(canonical);
  }

  @Test
  void unknownReason_passesLowerCased() {
    assertThat(FinishReasons.canonical(" Pause_Turn ")).isEqualTo("pause_turn");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "none", "None", "unknown", "null", "FINISH_REASON_UNSPECIFIED"})
  void placeholder_isNull(String raw) {
    assertThat(FinishReasons.canonical(raw)).isNull();
  }

  @Test
  void everyCanonicalReason_mapsToItself() {
    for (String[] row : TsvTable.rows("finish-reasons.tsv")) {
      String canonical = FinishReasons.canonical(row[0]);
      assertThat(FinishReasons.canonical(canonical)).isEqualTo(canonical);
    }
  }
}
