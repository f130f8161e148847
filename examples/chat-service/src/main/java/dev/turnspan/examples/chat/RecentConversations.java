/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is remembered per conversation. The least recently used one is forgotten when there are too
 * many: clients choose the ids, so their number has no bound of its own.
 *
 * @param <T> what is remembered
 */
public final class RecentConversations<T> {

  private final Map<String, T> byId = new LinkedHashMap<>(16, 0.75f, true);
  private final int limit;
  private final Consumer<String> onForgotten;

  /** Remembers up to {@code limit} conversations and says which one is forgotten. */
  public RecentConversations(int limit, Consumer<String> onForgotten) {
    this.limit = limit;
    this.onForgotten = onForgotten;
  }

  /** What was last remembered for this conversation. */
  public synchronized Optional<T> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Remembers a value; this conversation is now the most recently used one. */
  public synchronized void remember(String id, T value) {
    byId.put(id, value);
    if (byId.size() > limit) {
      String eldest = byId.keySet().iterator().next();
      byId.remove(eldest);
      onForgotten.accept(eldest);
    }
  }
}
