/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import io.opentelemetry.api.common.AttributeKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of the canonical keys. Each span asks some forty times, nearly always with the constants
 * that this table has got to know by then: such a look-up reads one reference.
 */
final class Slots {

  // Far more than there are canonical keys, so that hardly two meet.
  private static final int TABLE = 1 << 10;

  private final List<String> names = new ArrayList<>();
  private final List<@Nullable AttributeKey<?>> keys = new ArrayList<>();
  private final int[] slots = new int[TABLE];

  // Not volatile: whichever of the equal keys a thread sees is right.
  private final @Nullable Object[] askedFor = new @Nullable Object[TABLE];

  /** The slot of a name, new if it has none. */
  int add(String name, @Nullable AttributeKey<?> key) {
    int slot = names.indexOf(name);
    if (slot >= 0) {
      return slot;
    }
    names.add(name);
    keys.add(key);
    int at = first(name);
    while (slots[at] != 0) {
      at = next(at);
    }
    slots[at] = names.size();
    return names.size() - 1;
  }

  private static int first(String name) {
    int hash = name.hashCode();
    return (hash ^ (hash >>> 16)) & (TABLE - 1);
  }

  private static int next(int at) {
    return (at + 1) & (TABLE - 1);
  }

  /** The slot of a canonical name, -1 when it has none. */
  int of(String name) {
    int at = first(name);
    while (slots[at] != 0 && !names.get(slots[at] - 1).equals(name)) {
      at = next(at);
    }
    return slots[at] - 1;
  }

  /** The same for a key, whatever its type. */
  int of(AttributeKey<?> key) {
    int at = first(key.getKey());
    while (askedFor[at] != key && slots[at] != 0) {
      if (names.get(slots[at] - 1).equals(key.getKey())) {
        askedFor[at] = key;
        return slots[at] - 1;
      }
      at = next(at);
    }
    return slots[at] - 1;
  }

  /** The key to write a slot under; null when the slot only serves as evidence. */
  @Nullable AttributeKey<?> key(int slot) {
    return keys.get(slot);
  }

  int count() {
    return names.size();
  }
}
