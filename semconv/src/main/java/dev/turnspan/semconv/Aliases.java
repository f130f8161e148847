/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import java.util.ArrayList;
import java.util.List;

/** The alias table. Source: resource {@code aliases.tsv}. */
public final class Aliases {

  /**
   * Stands for a producer's total of tokens. Totals disagree between producers and are never
   * written; they only help to prove what an input count includes.
   */
  public static final String TOTAL_TOKENS = "usage.totalTokens";

  private static final List<Alias> ALL = load();

  private Aliases() {}

  /** Every row in the order of the table; empty when the table cannot be read. */
  public static List<Alias> all() {
    return ALL;
  }

  private static List<Alias> load() {
    List<Alias> aliases = new ArrayList<>();
    for (String[] row : TsvTable.rows("aliases.tsv")) {
      try {
        aliases.add(
            new Alias(
                row[0],
                TsvTable.orNull(row[1]),
                SpanCondition.parse(row[2]),
                TsvTable.orNull(row[3]),
                TsvTable.orNull(row[4]),
                row[5].equals(TsvTable.NONE) ? null : ValueRule.of(row[5]),
                AliasRank.of(row[6]),
                row[7].equals("llm"),
                row[8],
                row[9]));
      } catch (IllegalArgumentException unknownWord) {
        // A rule or rank of a later version: the row is left out, the others stand.
      }
    }
    return List.copyOf(aliases);
  }
}
