/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import dev.turnspan.semconv.ScopeOverride.Condition;
import dev.turnspan.semconv.ScopeOverride.Counting;
import dev.turnspan.semconv.ScopeOverride.Evidence;
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
                conditions(row[0]),
                row[1].equals("*") ? null : row[1],
                counting(row[2]),
                counting(row[3]),
                row[4],
                row[5]));
      } catch (IllegalArgumentException unknownWord) {
        // A condition of a later version: the row is left out, the others stand.
      }
    }
    return List.copyOf(overrides);
  }

  private static List<Condition> conditions(String cell) {
    List<Condition> conditions = new ArrayList<>();
    for (String condition : cell.split("\\+", -1)) {
      int colon = condition.indexOf(':');
      String evidence = condition.substring(0, Math.max(colon, 0)).toUpperCase(Locale.ROOT);
      conditions.add(new Condition(Evidence.valueOf(evidence), condition.substring(colon + 1)));
    }
    return List.copyOf(conditions);
  }

  private static @Nullable Counting counting(String cell) {
    return cell.equals(TsvTable.NONE) ? null : Counting.valueOf(cell.toUpperCase(Locale.ROOT));
  }
}
