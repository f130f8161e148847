/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.toolloop;

import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last questions and answers of the conversations that were used last. */
final class Conversations {

  private static final int MOST_CONVERSATIONS = 1000;
  private static final int MOST_EXCHANGES = 10;

  private record Exchange(String question, String answer) {}

  private final Map<String, List<Exchange>> byId =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Exchange>> eldest) {
          return size() > MOST_CONVERSATIONS;
        }
      };

  /** Tells the model what was said before. */
  synchronized void replay(String id, ChatCompletionCreateParams.Builder request) {
    for (Exchange exchange : byId.getOrDefault(id, List.of())) {
      request.addUserMessage(exchange.question()).addAssistantMessage(exchange.answer());
    }
  }

  synchronized void remember(String id, String question, String answer) {
    if (id.isEmpty()) {
      return;
    }
    List<Exchange> exchanges = byId.computeIfAbsent(id, unused -> new ArrayList<>());
    exchanges.add(new Exchange(question, answer));
    if (exchanges.size() > MOST_EXCHANGES) {
      exchanges.remove(0);
    }
  }
}
