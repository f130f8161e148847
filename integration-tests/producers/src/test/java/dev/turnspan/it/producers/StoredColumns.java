/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.producers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The view {@code turnspan_span}: a column for each canonical key. */
final class StoredColumns {

  /** Columns that are the span's own. */
  private static final List<String> IDENTITY =
      List.of(
          "trace_id",
          "span_id",
          "parent_span_id",
          "name",
          "scope",
          "start_ns",
          "end_ns",
          "status_code");

  private StoredColumns() {}

  /** The column of a canonical key. */
  static String of(String key) {
    return key.replace("usage.", "")
        .replace('.', '_')
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  /** 0.25 and 2.5E-1 are the same figure. */
  static String normal(String value) {
    try {
      return Double.toString(Double.parseDouble(value));
    } catch (NumberFormatException text) {
      return value;
    }
  }

  /** What the view says of each span, by the span's id. */
  static Map<String, Map<String, String>> read(SpanStore store) {
    Map<String, Map<String, String>> spans = new TreeMap<>();
    for (Map<String, String> row : store.rows("select * from turnspan_span")) {
      Map<String, String> columns = new TreeMap<>();
      row.forEach(
          (column, value) -> {
            if (!IDENTITY.contains(column)) {
              columns.put(column, normal(value));
            }
          });
      spans.put(row.get("trace_id") + ' ' + row.get("span_id"), columns);
    }
    return spans;
  }
}
