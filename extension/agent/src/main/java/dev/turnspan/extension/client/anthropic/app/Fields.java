/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import com.anthropic.core.JsonField;
import com.anthropic.core.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the library's fields without its plain accessors: those throw where a compatible server
 * leaves out or nulls what Anthropic always sends.
 */
final class Fields {

  /** The value of a field; null where it is missing, null or of another type than expected. */
  static <T> @Nullable T known(JsonField<? extends T> field) {
    Optional<? extends T> known = field.asKnown();
    return known.isPresent() ? known.get() : null;
  }

  /** The value of a number; -1 where there is none. */
  static long number(JsonField<? extends Number> field) {
    Number known = known(field);
    return known == null ? -1 : known.longValue();
  }

  /** The text of a field whose type is an enumeration: all of them are a string on the wire. */
  static @Nullable String text(JsonField<?> field) {
    Object known = known(field);
    return known == null ? null : string(JsonValue.from(known));
  }

  private static @Nullable String string(JsonField<?> value) {
    return value.asString().orElse(null);
  }

  private Fields() {}
}
