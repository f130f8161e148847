/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import dev.turnspan.semconv.ScopeOverride.Counting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The producers whose counts mean something else than the conventions say; the first row that
 * applies wins. Source: resource {@code scope-overrides.tsv}.
 */
public final class ScopeOverrides {

  private static final List<ScopeOverride> ALL = load();

  private ScopeOverrides() {}

  /** Every row in the order of the table; empty when the table cannot be read. */
  public static List<ScopeOverride> all() {
    return ALL;
  }

  private static List<ScopeOverride> load() {
    List<ScopeOverride> overrides = new ArrayList<>();
    for (String[] row : TsvTable.rows("scope-overrides.tsv")) {
      try {
        overrides.add(
            new ScopeOverride(
                SpanCondition.parse(row[0]),
                orEvery(row[1]),
                orEvery(row[2]),
                counting(row[3]),
                counting(row[4]),
                row[5],
                row[6]));
      } catch (IllegalArgumentException unknownWord) {
        // A condition of a later version: the row is left out, the others stand.
      }
    }
    return List.copyOf(overrides);
  }

  private static @Nullable String orEvery(String cell) {
    return cell.equals("*") ? null : cell;
  }

  private static @Nullable Counting counting(String cell) {
    return cell.equals(TsvTable.NONE) ? null : Counting.valueOf(cell.toUpperCase(Locale.ROOT));
  }
}
