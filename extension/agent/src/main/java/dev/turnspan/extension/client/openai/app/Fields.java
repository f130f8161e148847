/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.openai.app;

import com.openai.core.JsonField;
import com.openai.core.JsonValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the library's fields without its plain accessors: those throw where a compatible server
 * leaves out or nulls what OpenAI always sends.
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

  static boolean isPresent(JsonField<?> field) {
    return !field.isMissing() && !field.isNull();
  }

  /**
   * The text of a field whose type differs between versions: a model is an enumeration in some and
   * a union in others, and all of them are a string on the wire.
   */
  static @Nullable String text(JsonField<?> field) {
    Object known = known(field);
    return known == null ? null : string(JsonValue.from(known));
  }

  /** The text of a JSON string; null for anything else. */
  static @Nullable String string(@Nullable JsonField<?> value) {
    return value == null ? null : value.asString().orElse(null);
  }

  /** An id, or the id of an object that has one. */
  static @Nullable String idOf(@Nullable Object conversation) {
    if (conversation == null) {
      return null;
    }
    JsonField<?> value = JsonValue.from(conversation);
    Map<String, JsonValue> object = value.asObject().orElse(Map.of());
    return object.isEmpty() ? string(value) : string(object.get("id"));
  }

  private Fields() {}
}
