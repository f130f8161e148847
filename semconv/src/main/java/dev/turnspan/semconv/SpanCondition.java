/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a row of a table asks of a span before it applies to it.
 *
 * @param evidence what to look at
 * @param text scope, span name or attribute name
 * @param value the value that the attribute must have, empty where any will do
 */
public record SpanCondition(Evidence evidence, String text, String value) {

  /** What a condition looks at. */
  public enum Evidence {
    /** The instrumentation scope's name starts with the text. */
    SCOPE,
    /** The instrumentation scope's name is the text. */
    SCOPE_IS,
    /** The span has the attribute, as a string. */
    STRING,
    /** The span has the attribute. */
    HAS,
    /** The span does not have the attribute. */
    LACKS,
    /** The span has the attribute with this value, in any case. */
    VALUE
  }

  /**
   * The conditions of a cell, all of which must hold; none for {@code -}.
   *
   * @throws IllegalArgumentException for an unknown word
   */
  static List<SpanCondition> parse(String cell) {
    if (cell.equals(TsvTable.NONE)) {
      return List.of();
    }
    List<SpanCondition> conditions = new ArrayList<>();
    for (String condition : cell.split("\\+", -1)) {
      int colon = condition.indexOf(':');
      Evidence evidence = evidence(condition.substring(0, Math.max(colon, 0)));
      String text = condition.substring(colon + 1);
      int equals = evidence == Evidence.VALUE ? text.indexOf('=') : -1;
      conditions.add(
          equals < 0
              ? new SpanCondition(evidence, text, "")
              : new SpanCondition(evidence, text.substring(0, equals), text.substring(equals + 1)));
    }
    return List.copyOf(conditions);
  }

  private static Evidence evidence(String word) {
    return Evidence.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
  }
}
