/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import static dev.turnspan.examples.store.RunningStore.text;
import static dev.turnspan.examples.store.SpanSample.span;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ConversationTest {

  private final RunningStore store = new RunningStore();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void sealedTurn_hasExactlyTheKnownValues() {
    store.add(TurnSample.spans());
    assertThat(text(store.get("conversations/c-1/metrics")))
        .isEqualTo(
            "{\"turns\":[{\"conversationId\":\"c-1\",\"turnId\":\"t-1\",\"model\":\"gpt-x\","
                + "\"finishReason\":\"stop\",\"startedAt\":\"2026-01-02T03:04:05.050Z\","
                + "\"durationMs\":2100,\"usage\":{\"inputTokens\":300,\"outputTokens\":60,"
                + "\"cacheReadTokens\":128},\"steps\":[{\"stepId\":\"t-1#0\","
                + "\"usage\":{\"inputTokens\":100,\"outputTokens\":20},\"ttftMs\":200,"
                + "\"decodeMs\":600,\"genTotalMs\":800},{\"stepId\":\"t-1#1\","
                + "\"usage\":{\"inputTokens\":200,\"outputTokens\":40,\"cacheReadTokens\":128},"
                + "\"ttftMs\":150,\"decodeMs\":650,\"genTotalMs\":800}]}]}");
  }

  @Test
  void turns_areInOrderOfTheirStart() {
    store.add(turn(1, "late", 500), turn(2, "early", 100), turn(3, "middle", 300));
    assertThat(store.json("conversations/c%2F2/metrics").path("turns"))
        .extracting(turn -> turn.path("turnId").asText())
        .containsExactly("early", "middle", "late");
  }

  @Test
  void unreportedUsage_isAbsent() {
    store.add(turn(1, "t", 0));
    assertThat(text(store.get("conversations/c%2F2/metrics")))
        .isEqualTo(
            "{\"turns\":[{\"conversationId\":\"c/2\",\"turnId\":\"t\","
                + "\"startedAt\":\"2026-01-02T03:04:05Z\",\"durationMs\":10,\"steps\":[]}]}");
  }

  @Test
  void unsealedTurn_isNotThere() {
    store.add(
        TurnSample.spans().stream().filter(s -> !s.build().getName().equals("turn")).toList());
    assertThat(text(store.get("conversations/c-1/metrics"))).isEqualTo("{\"turns\":[]}");
  }

  @Test
  void unknownConversation_isEmpty() {
    assertThat(text(store.get("conversations/nobody/metrics"))).isEqualTo("{\"turns\":[]}");
  }

  @Test
  void storeFailure_isAnError() {
    store.store.close();
    var response = store.get("conversations/c-1/metrics");
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(text(response)).isEqualTo("{\"error\":\"the store failed\"}");
  }

  private static SpanSample turn(int id, String turnId, long startMs) {
    return span(id, 0, "turn", startMs, startMs + 10)
        .with("spanRole", "turn")
        .with("turnId", turnId)
        .with("conversationId", "c/2");
  }
}
