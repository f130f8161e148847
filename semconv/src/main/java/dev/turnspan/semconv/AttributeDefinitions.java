/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import io.opentelemetry.api.common.AttributeKey;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of keys, from which the documentation is generated. Source: resource {@code
 * attributes.tsv}.
 */
public final class AttributeDefinitions {

  private static final List<AttributeDefinition> ALL = load();

  private AttributeDefinitions() {}

  /** Every row in the order of the table; empty when the table cannot be read. */
  public static List<AttributeDefinition> all() {
    return ALL;
  }

  private static List<AttributeDefinition> load() {
    List<AttributeDefinition> definitions = new ArrayList<>();
    for (String[] row : TsvTable.rows("attributes.tsv")) {
      try {
        definitions.add(
            new AttributeDefinition(
                row[0],
                key(row[1], row[2]),
                row[3],
                row[4],
                row[5],
                row[6],
                row[7],
                row[8],
                row[9]));
      } catch (IllegalArgumentException unknownType) {
        // A type of a later version: the row is left out, the others stand.
      }
    }
    return List.copyOf(definitions);
  }

  private static AttributeKey<?> key(String name, String type) {
    return switch (type) {
      case "string" -> AttributeKey.stringKey(name);
      case "boolean" -> AttributeKey.booleanKey(name);
      case "long" -> AttributeKey.longKey(name);
      case "double" -> AttributeKey.doubleKey(name);
      case "string[]" -> AttributeKey.stringArrayKey(name);
      default -> throw new IllegalArgumentException("no type " + type);
    };
  }
}
