/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** What the server remembers between requests. */
final class SimulatorState {

  private static final int MAX_CONVERSATIONS = 1000;

  private final Map<String, Integer> requests = new HashMap<>();
  private final Map<String, Integer> toolCalls = new HashMap<>();
  private final Map<String, List<Message>> conversations =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Message>> eldest) {
          return size() > MAX_CONVERSATIONS;
        }
      };

  /** The number of this request among those with the same model name, from 1. */
  synchronized int nextRequest(String model) {
    return requests.merge(model, 1, Integer::sum);
  }

  /**
   * An id that repeats after a reset but that two model names never share: a client or an observer
   * which joins results to calls by id must not see a collision that no provider would produce.
   */
  synchronized String nextToolCallId(String model) {
    CRC32 hash = new CRC32();
    hash.update(model.getBytes(UTF_8));
    return "call_%d%04d".formatted(hash.getValue(), toolCalls.merge(model, 1, Integer::sum));
  }

  synchronized List<Message> recall(String key) {
    return conversations.getOrDefault(key, List.of());
  }

  synchronized void remember(String key, List<Message> messages) {
    conversations.put(key, List.copyOf(messages));
  }

  synchronized void reset() {
    requests.clear();
    toolCalls.clear();
    conversations.clear();
  }
}
