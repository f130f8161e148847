/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TsvTableTest {

  @ParameterizedTest
  @ValueSource(strings = {"finish-reasons.tsv", "placeholders.tsv"})
  void everyTable_hasRowsWithUniqueFirstCells(String resource) {
    Set<String> seen = new HashSet<>();
    assertThat(TsvTable.rows(resource)).isNotEmpty().allMatch(row -> seen.add(row[0]));
  }

  @Test
  void missingTable_isEmpty() {
    assertThat(TsvTable.rows("no-such-table.tsv")).isEmpty();
  }
}
