/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in a body which fact stands: a tree of keys, so that reading needs no comparison twice. */
final class FactTable {

  private final Node root = new Node();

  /**
   * A fact stands at a path such as {@code choices[].delta.content}. Several may stand at one path.
   */
  FactTable at(String path, Fact fact) {
    return add(path, null, fact);
  }

  /** A fact is known if this value stands at the path. */
  FactTable when(String path, String value, Fact fact) {
    return add(path, value.getBytes(StandardCharsets.UTF_8), fact);
  }

  /** A fact is known when the object at the path is complete. */
  FactTable ends(String path, Fact fact) {
    node(path).ends.add(fact);
    return this;
  }

  Node root() {
    return root;
  }

  private FactTable add(String path, byte @Nullable [] value, Fact fact) {
    Node node = node(path);
    node.rows.add(new Row(value, fact));
    node.capturing |= value != null || fact.isText();
    return this;
  }

  private Node node(String path) {
    Node node = root;
    for (String part : path.split("\\.", -1)) {
      String key = part;
      int arrays = 0;
      while (key.endsWith("[]")) {
        key = key.substring(0, key.length() - 2);
        arrays++;
      }
      node = node.orAdd(key);
      for (int i = 0; i < arrays; i++) {
        node = node.orAddElement();
      }
    }
    return node;
  }

  /** A row of the table; without a value any one will do. */
  static final class Row {

    private final byte @Nullable [] value;
    private final Fact fact;

    private Row(byte @Nullable [] value, Fact fact) {
      this.value = value;
      this.fact = fact;
    }

    Fact fact() {
      return fact;
    }

    boolean matches(byte[] text, int length) {
      return value == null
          || (length >= 0 && Arrays.equals(value, 0, value.length, text, 0, length));
    }
  }

  /** A place in a body. */
  static final class Node {

    private final List<Row> rows = new ArrayList<>(1);
    private final List<Fact> ends = new ArrayList<>(0);
    private final List<byte[]> keys = new ArrayList<>();
    private final List<Node> children = new ArrayList<>();
    private @Nullable Node element;
    private boolean capturing;

    List<Row> rows() {
      return rows;
    }

    /** What is known once the object that stands here is complete. */
    List<Fact> ends() {
      return ends;
    }

    /** Whether the text that stands here has to be looked at. */
    boolean isCapturing() {
      return capturing;
    }

    boolean hasKeys() {
      return !keys.isEmpty();
    }

    @Nullable Node element() {
      return element;
    }

    @Nullable Node child(byte[] text, int length) {
      for (int i = 0; i < keys.size() && length >= 0; i++) {
        byte[] key = keys.get(i);
        if (Arrays.equals(key, 0, key.length, text, 0, length)) {
          return children.get(i);
        }
      }
      return null;
    }

    private Node orAdd(String name) {
      byte[] key = name.getBytes(StandardCharsets.UTF_8);
      Node known = child(key, key.length);
      if (known != null) {
        return known;
      }
      Node added = new Node();
      keys.add(key);
      children.add(added);
      return added;
    }

    private Node orAddElement() {
      Node known = element;
      if (known == null) {
        known = new Node();
        element = known;
      }
      return known;
    }
  }
}
