/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the conventions' kinds of operation and span mean in our words. Source: resource {@code
 * operations.tsv}.
 */
public final class Operations {

  /**
   * The meaning of one kind.
   *
   * @param operation value of {@code operation}, null when the span is no call to a model
   * @param spanRole value of {@code spanRole}
   * @param nestedRole value of {@code spanRole} inside another turn, null when it is the same
   */
  public record Meaning(
      @Nullable String operation, @Nullable String spanRole, @Nullable String nestedRole) {}

  /** Source key of the rows about span names; used where nothing better tells the role. */
  public static final String SPAN_NAME = "span.name";

  private record Kind(String sourceKey, String value) {}

  private static final Map<Kind, Meaning> MEANINGS = load();

  private Operations() {}

  /**
   * The meaning of a value (in any case) of a source key such as {@code gen_ai.operation.name}.
   *
   * @return null when the table does not have it
   */
  public static @Nullable Meaning of(String sourceKey, String value) {
    return MEANINGS.get(new Kind(sourceKey, value.strip().toLowerCase(Locale.ROOT)));
  }

  private static Map<Kind, Meaning> load() {
    Map<Kind, Meaning> meanings = new HashMap<>();
    for (String[] row : TsvTable.rows("operations.tsv")) {
      meanings.put(
          new Kind(row[0], row[1]),
          new Meaning(TsvTable.orNull(row[2]), TsvTable.orNull(row[3]), TsvTable.orNull(row[4])));
    }
    return Map.copyOf(meanings);
  }
}
