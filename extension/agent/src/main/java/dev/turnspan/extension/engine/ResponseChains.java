/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.bridge.CallStart;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * To which conversation chains of answers belong, by the ids that a provider gave: that which the
 * first one knew, or else the first one itself. It keeps the last ten thousand ids; a chain that
 * began before counts from where it is first seen.
 */
final class ResponseChains {

  private static final int LIMIT = 10_000;

  private final Map<String, String> conversations =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > LIMIT;
        }
      };

  /** The conversation of the chain that this answer belongs to, as far as it was seen. */
  synchronized String conversationOf(String responseId) {
    return conversations.getOrDefault(responseId, responseId);
  }

  /** The conversation of the chain that a call continues; null if it says of none. */
  @Nullable String conversationAfter(CallStart start) {
    String previous = start.previousResponseId();
    return previous == null ? null : conversationOf(previous);
  }

  /** Adds an answer to its chain; without a conversation it is the first of one. */
  synchronized void add(@Nullable String responseId, @Nullable String conversation) {
    if (responseId != null) {
      conversations.put(responseId, conversation == null ? responseId : conversation);
    }
  }
}
