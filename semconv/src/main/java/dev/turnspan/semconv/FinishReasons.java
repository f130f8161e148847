/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One vocabulary for the providers' finish reasons. Source: resource {@code finish-reasons.tsv}.
 */
public final class FinishReasons {

  private static final Map<String, String> CANONICAL = load();

  private FinishReasons() {}

  /**
   * The canonical finish reason: {@code stop}, {@code length}, {@code tool_calls}, {@code
   * content_filter}, {@code refusal}, {@code error}, {@code aborted}, {@code max-steps} or {@code
   * abandoned}. A reason that is not in the table comes back lower-cased: new ones must show up in
   * queries rather than vanish.
   *
   * @return null for null, empty and placeholder texts
   */
  public static @Nullable String canonical(@Nullable String raw) {
    if (raw == null || Placeholders.isPlaceholder(raw)) {
      return null;
    }
    String value = raw.strip().toLowerCase(Locale.ROOT);
    String canonical = CANONICAL.getOrDefault(value, value);
    return canonical.equals(TsvTable.NONE) ? null : canonical;
  }

  private static Map<String, String> load() {
    Map<String, String> map = new HashMap<>();
    for (String[] row : TsvTable.rows("finish-reasons.tsv")) {
      map.put(row[0], row[1]);
    }
    return Map.copyOf(map);
  }
}
