/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import dev.turnspan.extension.wire.FactTable.Node;
import org.jspecify.annotations.Nullable;

/** The objects and arrays that a place in a body is in: a bit for each, and where the table is. */
final class Nesting {

  /** Deeper than what JSON parsers take by default would be 1000; no answer comes near to this. */
  private static final int LIMIT = 512;

  private static final int TABLE_LIMIT = 16;

  private final long[] objects = new long[LIMIT / Long.SIZE];
  private final @Nullable Node[] nodes = new @Nullable Node[TABLE_LIMIT + 1];
  private int depth;

  int depth() {
    return depth;
  }

  void clear() {
    depth = 0;
  }

  /** Whether there was room for one more. */
  boolean push(boolean object, @Nullable Node node) {
    if (depth + 1 >= LIMIT) {
      return false;
    }
    depth++;
    long bit = 1L << (depth % Long.SIZE);
    if (object) {
      objects[depth / Long.SIZE] |= bit;
    } else {
      objects[depth / Long.SIZE] &= ~bit;
    }
    if (depth <= TABLE_LIMIT) {
      nodes[depth] = node;
    }
    return true;
  }

  void pop() {
    depth--;
  }

  boolean isObject() {
    return (objects[depth / Long.SIZE] & (1L << (depth % Long.SIZE))) != 0;
  }

  /** What the table knows of the innermost object or array. */
  @Nullable Node node() {
    return depth <= TABLE_LIMIT ? nodes[depth] : null;
  }
}
