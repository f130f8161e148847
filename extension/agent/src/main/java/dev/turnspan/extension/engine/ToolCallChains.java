/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.bridge.ToolResult;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns that wait for a request with the results of the tools that they asked for, by the ids of
 * the tool calls. It keeps these ids and nothing else. Its lock is the last one that is taken:
 * turns call it while they hold their monitor, never the other way round.
 */
final class ToolCallChains {

  private final int limit;
  private final Map<String, Set<OpenTurn>> turnsByKey = new HashMap<>();
  private final Map<OpenTurn, Set<String>> keysByTurn = new LinkedHashMap<>();

  /**
   * Knows of none.
   *
   * @param limit how many turns may wait; of more the oldest are {@link #surplus()}
   */
  ToolCallChains(int limit) {
    this.limit = limit;
  }

  /** A turn waits for the results of these tool calls now, and for no others. */
  synchronized void waits(OpenTurn turn, Set<String> keys) {
    Set<String> before =
        keys.isEmpty() ? keysByTurn.remove(turn) : keysByTurn.put(turn, Set.copyOf(keys));
    for (String key : before == null ? Set.<String>of() : before) {
      Set<OpenTurn> turns = turnsByKey.get(key);
      if (turns != null && turns.remove(turn) && turns.isEmpty()) {
        turnsByKey.remove(key);
      }
    }
    for (String key : keys) {
      turnsByKey.computeIfAbsent(key, k -> new LinkedHashSet<>(2)).add(turn);
    }
  }

  /**
   * The turns that wait for one of these results. Ids are the provider's own; some count them from
   * zero in every answer, so there may be several.
   */
  synchronized List<OpenTurn> waitingFor(List<ToolResult> results) {
    for (ToolResult result : results) {
      Set<OpenTurn> turns = turnsByKey.get(result.key());
      if (turns != null) {
        return List.copyOf(turns);
      }
    }
    return List.of();
  }

  /** The turn that has waited longest, if there are too many. */
  synchronized @Nullable OpenTurn surplus() {
    return keysByTurn.size() > limit ? keysByTurn.keySet().iterator().next() : null;
  }

  /** All that wait. */
  synchronized List<OpenTurn> all() {
    return List.copyOf(keysByTurn.keySet());
  }

  /** How much is kept: turns and ids. */
  synchronized int size() {
    return keysByTurn.size() + turnsByKey.size();
  }
}
