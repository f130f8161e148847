/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import static dev.turnspan.examples.store.RunningStore.text;
import static dev.turnspan.examples.store.SpanSample.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AggregateTest {

  private static final long DAY = 24 * 60 * 60 * 1000;

  private final RunningStore store = new RunningStore();

  @BeforeEach
  void addCalls() {
    store.add(TurnSample.spans());
    store.add(
        request(101, 0, 100)
            .with("model", "a")
            .with("provider", "p")
            .usage(10, 1)
            .with("ttftMs", 10)
            .with("decodeMs", 500),
        request(102, DAY, DAY + 300)
            .with("model", "a")
            .with("provider", "q")
            .usage(20, 2)
            .with("ttftMs", 20)
            .with("decodeMs", 1000),
        request(103, DAY, DAY + 200)
            .with("model", "a")
            .with("provider", "q")
            .with("ttftMs", 30)
            .failed("no"),
        request(104, DAY, DAY + 1).with("provider", "q").with("usage.inputTokens", "12"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void byModel_countsEachCallOnce() {
    JsonNode rows = rows("by=model");
    assertThat(rows.get(0).toString())
        .isEqualTo(
            "{\"model\":\"a\",\"count\":3,\"errors\":1,\"inputTokens\":30,\"outputTokens\":3,"
                + "\"ttftMsP50\":20.0,\"ttftMsP95\":29.0,\"durationMsP50\":200.0,"
                + "\"durationMsP95\":290.0,\"outputTokensPerSecond\":2.0}");
    // 60 of 1250 ms; the turn and its steps carry the same tokens again.
    assertThat(rows.get(1).toString())
        .startsWith(
            "{\"model\":\"gpt-x\",\"count\":3,\"errors\":1,\"inputTokens\":300,"
                + "\"outputTokens\":60,\"cacheReadTokens\":128,\"reasoningTokens\":10,"
                + "\"ttftMsP50\":175.0,\"ttftMsP95\":197.5,")
        .endsWith("\"outputTokensPerSecond\":48.0}");
    assertThat(rows.get(2).toString())
        .isEqualTo(
            "{\"model\":null,\"count\":1,\"errors\":0,\"durationMsP50\":1.0,"
                + "\"durationMsP95\":1.0}");
    assertThat(rows).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"by=provider,day", "by=provider&by=day"})
  void byTwo_groupsByBoth(String by) {
    assertThat(rows(by))
        .extracting(
            row -> row.path("provider").asText(),
            row -> row.path("day").asText(),
            row -> row.path("count").asInt())
        .containsExactly(
            tuple("openai", "2026-01-02", 3),
            tuple("p", "2026-01-02", 1),
            tuple("q", "2026-01-03", 3));
  }

  @Test
  void byConversationAndFinishReason_usesTheRequests() {
    assertThat(rows("by=conversationId").get(0).path("count").asInt()).isEqualTo(3);
    assertThat(rows("by=finishReason"))
        .extracting(row -> row.path("finishReason").asText() + row.path("count").asText())
        .containsExactly("stop1", "tool_calls1", "null5");
  }

  @Test
  void byToolName_countsToolCallsUnderTheModelThatAsked() {
    assertThat(rows("by=toolName,model").toString())
        .isEqualTo(
            "[{\"toolName\":\"weather\",\"model\":\"gpt-x\",\"count\":1,\"errors\":0,"
                + "\"durationMsP50\":220.0,\"durationMsP95\":220.0}]");
  }

  @Test
  void fromAndTo_areHalfOpen() {
    assertThat(rows("by=day&from=2026-01-03")).hasSize(1);
    assertThat(rows("by=day&to=2026-01-03").get(0).path("day").asText()).isEqualTo("2026-01-02");
    assertThat(rows("by=day&from=2026-01-03T03:04:05Z&to=2026-01-03T03:04:05.001Z")).hasSize(1);
    assertThat(rows("by=day&from=2026-01-03T04:04:05%2B01:00")).hasSize(1);
    assertThat(rows("by=day&from=2026-01-02T03:04:06Z&to=2026-01-03T03:04:05Z"))
        .hasSize(1)
        .allMatch(row -> row.path("count").asInt() == 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "by=", "by=name", "by=model;drop", "by=model,provider,day", "by=model,model"})
  void badBy_namesTheAcceptedOnes(String query) {
    var response = store.get("aggregate?" + query);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Json.tree(text(response)).path("error").asText())
        .isEqualTo(
            "bad by (accepted: one or two of model, provider, conversationId, finishReason,"
                + " toolName, day)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=yesterday",
        "to=2026-13-01",
        "from=2026-01-02T03:04",
        "from=9999-01-01",
        "from=2026-01-02&to=2026-01-01",
        "from=2026-01-01&from=2026-01-01",
        "form=2026-01-01"
      })
  void badTime_isRefused(String query) {
    var response = store.get("aggregate?by=model&" + query);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Json.tree(text(response)).path("error").asText()).isNotEmpty();
  }

  @Test
  void plainText_isAnAlignedTable() {
    var response = store.get("aggregate?by=provider&to=2026-01-03", "Accept", "text/plain");
    assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
    assertThat(text(response).lines().map(line -> line.substring(0, 45)))
        .containsExactly(
            "provider  count  errors  inputTokens  outputT",
            "openai        3       1          300         ",
            "p             1       0           10         ");
  }

  @Test
  void hugeCounts_stillAddUp() {
    store.add(
        request(201, 0, 1).with("model", "z").usage(Long.MAX_VALUE, 1),
        request(202, 0, 1).with("model", "z").usage(Long.MAX_VALUE, 1));
    assertThat(text(store.get("aggregate?by=model"))).contains("18446744073709551614");
  }

  private JsonNode rows(String query) {
    return store.json("aggregate?" + query).path("rows");
  }
}
