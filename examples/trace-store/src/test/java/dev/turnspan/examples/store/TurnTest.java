/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import static dev.turnspan.examples.store.RunningStore.text;
import static dev.turnspan.examples.store.SpanSample.span;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TurnTest {

  private static final String GOLDEN =
      """
      turn t-1  conversation c-1  2026-01-02T03:04:05.050Z  trace 0af7651916cd43dd8448eb211c80319c
      POST /chat [SERVER]  2200 ms
        turn  2100 ms  openai/gpt-x  in 300 (cached 128)  out 60 (reasoning 10)  ttft 200 ms  \
      tools 220 ms  finish stop  steps 2  requests 3  tool calls 1
          step#0  1040 ms  openai/gpt-x  in 100  out 20  ttft 200 ms  decode 600 ms  \
      tools 220 ms  finish tool_calls
            provider.request  800 ms  openai/gpt-x  in 100  out 20  ttft 200 ms  decode 600 ms  \
      33.3 tok/s  finish tool_calls
                * ttft  +200 ms  ttftMs=200
                * decode  +800 ms  decodeMs=600
              POST [CLIENT]  796 ms  HTTP 200
            tool-call weather  220 ms  dispatch delay 10 ms  result 120 chars
          step#1  1030 ms  openai/gpt-x  in 200 (cached 128)  out 40 (reasoning 10)  \
      ttft 150 ms  decode 650 ms  finish stop
            provider.request  100 ms  openai/gpt-x  usage not reported  HTTP 503  \
      ERROR 503 overloaded
            provider.request  800 ms  openai/gpt-x  in 200 (cached 128)  out 40 (reasoning 10)  \
      ttft 150 ms  decode 650 ms  61.5 tok/s  finish stop  attempt 1
                * ttft  +150 ms  ttftMs=150
                * decode  +800 ms  decodeMs=650
      """;

  private final RunningStore store = new RunningStore();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void text_showsTheWholeTree() {
    store.add(TurnSample.spans());
    var response = store.get("turns/t-1");
    assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
    assertThat(text(response)).isEqualTo(GOLDEN);
  }

  @Test
  void json_carriesEverythingThatWasSent() {
    store.add(TurnSample.spans());
    JsonNode turn = store.json("turns/t-1");
    assertThat(turn.path("turnId").asText()).isEqualTo("t-1");
    assertThat(turn.path("sealed").asBoolean()).isTrue();
    JsonNode server = turn.at("/spans/0");
    assertThat(server.path("kind").asText()).isEqualTo("SERVER");
    assertThat(server.path("offsetMs").asLong()).isEqualTo(-50);
    JsonNode request = server.at("/children/0/children/0/children/0");
    assertThat(request.path("name").asText()).isEqualTo("provider.request");
    assertThat(request.path("offsetMs").asLong()).isEqualTo(10);
    assertThat(request.path("durationNs").asLong()).isEqualTo(800_000_000);
    assertThat(request.at("/attributes/ttftMs").isIntegralNumber()).isTrue();
    assertThat(request.at("/attributes/outputTokensPerSecond").doubleValue()).isEqualTo(33.3);
    assertThat(request.path("events").toString())
        .isEqualTo(
            "[{\"name\":\"ttft\",\"offsetMs\":200,\"attributes\":{\"ttftMs\":200}},"
                + "{\"name\":\"decode\",\"offsetMs\":800,\"attributes\":{\"decodeMs\":600}}]");
    assertThat(request.at("/resource/service.name").asText()).isEqualTo("chat");
    assertThat(request.path("scope").asText()).isEqualTo("dev.turnspan");
  }

  @Test
  void otherTurnsOfTheTrace_areLeftOut() {
    store.add(TurnSample.spans());
    store.add(span(50, 1, "turn", 2160, 2190).with("spanRole", "turn").with("turnId", "t-2"));
    assertThat(text(store.get("turns/t-1"))).isEqualTo(GOLDEN);
    assertThat(text(store.get("turns/t-2"))).contains("POST /chat").doesNotContain("gpt-x");
  }

  @Test
  void unsealedTurn_isShownAsSuch() {
    store.add(TurnSample.spans().get(1));
    assertThat(text(store.get("turns/t-1"))).contains("not sealed").contains("\nprovider.request");
    assertThat(store.json("turns/t-1").path("sealed").asBoolean()).isFalse();
  }

  @Test
  void parentsInACircle_areShownOnce() {
    store.add(span(1, 2, "a", 0, 1).with("turnId", "t"), span(2, 1, "b", 0, 2).with("turnId", "t"));
    assertThat(text(store.get("turns/t")).lines()).hasSize(3);
  }

  @Test
  void veryDeepTree_isFlattened() {
    SpanSample[] chain = new SpanSample[3000];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = span(i + 1, i, "s", i, 5000).with("turnId", "deep");
    }
    store.add(chain);
    assertThat(text(store.get("turns/deep")).lines()).hasSize(3001);
    assertThat(store.json("turns/deep").findValuesAsText("spanId")).hasSize(3000);
  }

  @Test
  void unknownTurn_isNotFound() {
    var response = store.get("turns/nobody");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(text(response)).isEqualTo("{\"error\":\"unknown turn\"}");
  }

  @Test
  void list_hasTheLatestFirst() {
    store.add(TurnSample.spans());
    store.add(
        span(50, 0, "turn", 9000, 9010).with("spanRole", "turn").with("turnId", "t/2").failed(""));
    assertThat(text(store.get("turns")))
        .isEqualTo(
            "{\"turns\":[{\"turnId\":\"t/2\",\"startedAt\":\"2026-01-02T03:04:14Z\","
                + "\"durationMs\":10,\"status\":\"ERROR\"},{\"turnId\":\"t-1\","
                + "\"conversationId\":\"c-1\",\"provider\":\"openai\",\"model\":\"gpt-x\","
                + "\"startedAt\":\"2026-01-02T03:04:05.050Z\",\"durationMs\":2100,"
                + "\"usage\":{\"inputTokens\":300,\"outputTokens\":60,\"cacheReadTokens\":128},"
                + "\"ttftMs\":200,\"finishReason\":\"stop\",\"stepCount\":2,\"requestCount\":3,"
                + "\"toolCallCount\":1,\"status\":\"UNSET\"}]}");
    assertThat(store.json("turns?limit=1").path("turns")).hasSize(1);
    assertThat(store.json("turns/t%2F2").path("turnId").asText()).isEqualTo("t/2");
    assertThat(store.get("turns?limit=0").statusCode()).isEqualTo(400);
    assertThat(store.get("turns?limit=many").statusCode()).isEqualTo(400);
  }
}
