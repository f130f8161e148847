/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A map that forgets: when the younger half is full, the older half goes. What nobody asks for is
 * gone after as many entries again; nothing is ever searched or sorted.
 */
final class Generations<V> {

  private final int limit;
  private volatile Map<String, V> young = new ConcurrentHashMap<>();
  private volatile Map<String, V> old = new ConcurrentHashMap<>();

  Generations(int limit) {
    this.limit = limit;
  }

  boolean isEmpty() {
    return young.isEmpty() && old.isEmpty();
  }

  @Nullable V get(String key) {
    V value = young.get(key);
    return value == null ? old.get(key) : value;
  }

  @Nullable V remove(String key) {
    V value = young.remove(key);
    return value == null ? old.remove(key) : value;
  }

  /** The value of a key, made if there is none. */
  V getOrAdd(String key, Supplier<V> supplier) {
    V value = get(key);
    return value == null ? add(key, supplier.get()) : value;
  }

  /** Adds a value unless the key has one. */
  V add(String key, V value) {
    if (young.size() >= limit) {
      makeRoom();
    }
    V before = young.putIfAbsent(key, value);
    return before == null ? value : before;
  }

  private synchronized void makeRoom() {
    if (young.size() >= limit) {
      old = young;
      // It will be as large as the one before.
      young = new ConcurrentHashMap<>(limit);
    }
  }
}
