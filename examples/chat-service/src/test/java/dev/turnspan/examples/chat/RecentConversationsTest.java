/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentConversationsTest {

  private final List<String> forgotten = new ArrayList<>();
  private final RecentConversations<Integer> conversations =
      new RecentConversations<>(2, forgotten::add);

  @Test
  void beyondTheLimit_leastRecentlyUsedForgotten() {
    conversations.remember("a", 1);
    conversations.remember("b", 2);
    assertThat(conversations.find("a")).contains(1);

    conversations.remember("c", 3);

    assertThat(forgotten).containsExactly("b");
    assertThat(conversations.find("b")).isEmpty();
    assertThat(conversations.find("a")).contains(1);
  }

  @Test
  void sameConversationAgain_latestValueKeptNothingForgotten() {
    conversations.remember("a", 1);
    conversations.remember("a", 2);
    conversations.remember("b", 3);

    assertThat(conversations.find("a")).contains(2);
    assertThat(forgotten).isEmpty();
  }
}
