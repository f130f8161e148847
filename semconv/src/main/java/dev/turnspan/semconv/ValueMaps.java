/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small vocabularies, by the value rule that reads them. Source: resource {@code values.tsv}. */
public final class ValueMaps {

  private static final Map<String, Map<String, String>> MAPS = load();

  private ValueMaps() {}

  /** What a value means by a rule; null when the table does not have it. */
  public static @Nullable String canonical(ValueRule rule, String value) {
    Map<String, String> map = MAPS.getOrDefault(rule.cell(), Map.of());
    return map.get(value.strip().toLowerCase(Locale.ROOT));
  }

  private static Map<String, Map<String, String>> load() {
    Map<String, Map<String, String>> maps = new HashMap<>();
    for (String[] row : TsvTable.rows("values.tsv")) {
      maps.computeIfAbsent(row[0], name -> new HashMap<>()).put(row[1], row[2]);
    }
    return Map.copyOf(maps);
  }
}
