/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a span carries and what has been found, without a copy: a builder would copy all of it and
 * sort it, which is most of what normalizing a span would cost.
 */
final class AddedAttributes implements Attributes {

  private final Attributes original;
  private final List<AttributeKey<?>> keys = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /**
   * Adds what has been found to what a span carries.
   *
   * @param original must not change any more, nor have any of the keys to be written
   */
  AddedAttributes(Attributes original, AliasIndex index, Candidates facts) {
    this.original = original;
    for (int slot = 0; slot < index.slotCount(); slot++) {
      Object value = facts.toWrite(slot);
      AttributeKey<?> key = value == null ? null : index.key(slot);
      if (value != null && key != null) {
        keys.add(key);
        values.add(value);
      }
    }
  }

  /** Whether nothing has been added. */
  boolean isOriginal() {
    return keys.isEmpty();
  }

  @Override
  @SuppressWarnings("unchecked") // The value was found for this key, which says its type.
  public <T> @Nullable T get(AttributeKey<T> key) {
    int added = keys.indexOf(key);
    return added < 0 ? original.get(key) : (T) values.get(added);
  }

  @Override
  public void forEach(BiConsumer<? super AttributeKey<?>, ? super Object> consumer) {
    original.forEach(consumer);
    for (int i = 0; i < keys.size(); i++) {
      consumer.accept(keys.get(i), values.get(i));
    }
  }

  @Override
  public int size() {
    return original.size() + keys.size();
  }

  @Override
  public boolean isEmpty() {
    return original.isEmpty() && keys.isEmpty();
  }

  @Override
  public Map<AttributeKey<?>, Object> asMap() {
    Map<AttributeKey<?>, Object> map = new HashMap<>();
    forEach(map::put);
    return Collections.unmodifiableMap(map);
  }

  @Override
  public AttributesBuilder toBuilder() {
    return Attributes.builder().putAll(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attributes attributes && asMap().equals(attributes.asMap());
  }

  @Override
  public int hashCode() {
    return asMap().hashCode();
  }

  @Override
  public String toString() {
    return asMap().toString();
  }
}
