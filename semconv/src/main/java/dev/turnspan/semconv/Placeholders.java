/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Texts that producers write where they have no value. Source: resource {@code placeholders.tsv}.
 */
public final class Placeholders {

  private static final Set<String> VALUES = load();

  private static final int LONGEST = VALUES.stream().mapToInt(String::length).max().orElse(0);

  private Placeholders() {}

  /** Whether a text stands for "no value": blank, or one of the table, in any case. */
  public static boolean isPlaceholder(String text) {
    String stripped = text.strip();
    return stripped.isEmpty()
        || (stripped.length() <= LONGEST && VALUES.contains(stripped.toLowerCase(Locale.ROOT)));
  }

  private static Set<String> load() {
    Set<String> values = new HashSet<>();
    for (String[] row : TsvTable.rows("placeholders.tsv")) {
      values.add(row[0]);
    }
    return Set.copyOf(values);
  }
}
