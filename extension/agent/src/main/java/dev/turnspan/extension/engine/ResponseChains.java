/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which answer a chain of answers began with, by the ids that a provider gave. It keeps the last
 * ten thousand ids; a chain that began before counts from where it is first seen.
 */
final class ResponseChains {

  private static final int LIMIT = 10_000;

  private final Map<String, String> heads =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > LIMIT;
        }
      };

  /** The first answer of the chain that this answer belongs to, as far as it was seen. */
  synchronized String headOf(String responseId) {
    return heads.getOrDefault(responseId, responseId);
  }

  /** Adds an answer to its chain; without a head it is the first of one. */
  synchronized void add(@Nullable String responseId, @Nullable String head) {
    if (responseId != null) {
      heads.put(responseId, head == null ? responseId : head);
    }
  }
}
