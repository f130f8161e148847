/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a trace that belongs to a turn: its spans, all below them, and the spans above.
 * Parents may be missing, later than their children, or (from a broken sender) in a circle.
 */
final class TurnTree {

  /** Deeper spans are shown at this depth, so that no reader of the tree runs out of stack. */
  static final int MAX_DEPTH = 64;

  private static final Comparator<SpanRow> IN_ORDER =
      Comparator.comparingLong(SpanRow::startNs)
          .thenComparing(SpanRow::endNs, Comparator.reverseOrder())
          .thenComparing(span -> span.key().spanId());

  /** A span and those below it, in order of their start. */
  record Node(SpanRow span, List<Node> children) {}

  private final String turnId;
  private final Map<SpanKey, SpanRow> spans = new LinkedHashMap<>();
  private final Map<SpanKey, List<SpanRow>> childrenOf = new LinkedHashMap<>();
  private final Set<SpanKey> shown = new HashSet<>();

  private TurnTree(String turnId, List<SpanRow> rows) {
    this.turnId = turnId;
    rows.forEach(row -> spans.put(row.key(), row));
    for (SpanRow row : rows) {
      SpanKey parent = row.parent();
      if (parent != null) {
        childrenOf.computeIfAbsent(parent, key -> new ArrayList<>()).add(row);
      }
    }
  }

  /** The roots; empty when none of the spans is of this turn. */
  static List<Node> of(String turnId, List<SpanRow> rows) {
    return new TurnTree(turnId, rows).roots();
  }

  private List<Node> roots() {
    chooseShown();
    List<SpanRow> inOrder =
        spans.values().stream().filter(row -> shown.contains(row.key())).sorted(IN_ORDER).toList();
    List<Node> roots = new ArrayList<>();
    Set<SpanKey> placed = new HashSet<>();
    for (SpanRow row : inOrder) {
      SpanKey parent = row.parent();
      if (parent == null || !shown.contains(parent)) {
        roots.add(place(row, placed));
      }
    }
    // Only spans whose parents form a circle are left: the earliest of each stands for its root.
    for (SpanRow row : inOrder) {
      if (!placed.contains(row.key())) {
        roots.add(place(row, placed));
      }
    }
    return roots;
  }

  private void chooseShown() {
    Deque<SpanRow> below = new ArrayDeque<>();
    for (SpanRow row : spans.values()) {
      if (row.text(SpanColumn.TURN_ID.attribute).equals(turnId)) {
        below.add(row);
        showAbove(row.parent());
      }
    }
    Set<SpanKey> walked = new HashSet<>();
    while (!below.isEmpty()) {
      SpanRow row = below.remove();
      if (walked.add(row.key())) {
        shown.add(row.key());
        below.addAll(childrenOf.getOrDefault(row.key(), List.of()));
      }
    }
  }

  private void showAbove(@Nullable SpanKey start) {
    SpanKey key = start;
    while (key != null) {
      SpanRow row = spans.get(key);
      if (row == null || !shown.add(key)) {
        return;
      }
      key = row.parent();
    }
  }

  /** A node whose children are still to be placed, and the list it stands in itself. */
  private record Open(Node node, List<Node> siblings) {}

  private Node place(SpanRow root, Set<SpanKey> placed) {
    Node top = new Node(root, new ArrayList<>());
    placed.add(root.key());
    List<Open> level = List.of(new Open(top, new ArrayList<>()));
    for (int depth = 0; !level.isEmpty(); depth++) {
      List<Open> below = new ArrayList<>();
      for (Open open : level) {
        List<Node> target = depth < MAX_DEPTH ? open.node().children() : open.siblings();
        for (SpanRow child : childrenInOrder(open.node().span())) {
          if (placed.add(child.key())) {
            Node node = new Node(child, new ArrayList<>());
            target.add(node);
            below.add(new Open(node, target));
          }
        }
      }
      level = below;
    }
    return top;
  }

  private List<SpanRow> childrenInOrder(SpanRow row) {
    return childrenOf.getOrDefault(row.key(), List.of()).stream()
        .filter(child -> shown.contains(child.key()))
        .sorted(IN_ORDER)
        .toList();
  }
}
