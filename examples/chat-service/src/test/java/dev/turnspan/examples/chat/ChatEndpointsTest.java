/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatEndpointsTest extends ServiceTestBase {

  private static final String HELLO_EVENTS =
      """
      event:delta
      data:{"text":"Hello"}

      event:delta
      data:{"text":" world"}

      event:done
      data:{"answer":"Hello world"}

      """;

  @ParameterizedTest
  @CsvSource({
    "/chat, assistant-default, Hello world",
    "/openai/chat, openai-default, Hello world",
    "/openai/responses, openai-default, Hello again"
  })
  void question_answeredByTheConfiguredModel(String path, String model, String answer)
      throws Exception {
    HttpResponse<String> response =
        post(path, body("conversationId", "c-" + path, "message", "Hi"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(body("answer", answer));
    assertThat(PROVIDER.requests())
        .extracting(r -> r.path("model").asText())
        .containsExactly(model);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/chat/stream", "/openai/chat/stream"})
  void streamedQuestion_oneEventPerTokenThenDone(String path) throws Exception {
    HttpResponse<String> response =
        post(path, body("conversationId", "s-" + path, "message", "Hi"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
    assertThat(response.body()).isEqualTo(HELLO_EVENTS);
    assertThat(PROVIDER.requests())
        .singleElement()
        .satisfies(r -> assertThat(r.at("/stream_options/include_usage").asBoolean()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/chat", "/chat/stream", "/openai/chat", "/openai/chat/stream"})
  void modelAsksForTool_itsExactResultSentBack(String path) throws Exception {
    HttpResponse<String> response =
        post(
            path,
            body("conversationId", "t-" + path, "message", "90 days later?", "model", "tool"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("{\"answer\":\"Hello world\"}");
    assertThat(PROVIDER.requests()).hasSize(2);
    JsonNode messages = PROVIDER.requests().get(1).path("messages");
    JsonNode result = messages.path(messages.size() - 1);
    assertThat(result.path("tool_call_id").asText()).isEqualTo("call_1");
    assertThat(result.path("content").asText()).contains("2027-05-01").contains("Saturday");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/chat", "/openai/chat"})
  void toolsOffered_bothWithTheirParameters(String path) throws Exception {
    post(path, body("conversationId", "o-" + path, "message", "Hi"));

    JsonNode tools = PROVIDER.requests().get(0).path("tools");
    assertThat(tools)
        .extracting(tool -> tool.at("/function/name").asText())
        .containsExactlyInAnyOrder("loanInstalment", "dateAfter");
    assertThat(tools.toString())
        .contains("annualRatePercent", "amount", "months", "startDate", "days");
  }

  @Test
  void secondQuestion_rememberedAcrossBothEndpointsOfTheAssistant() throws Exception {
    post("/chat", body("conversationId", "memory", "message", "First"));
    post("/chat/stream", body("conversationId", "memory", "message", "Second"));
    post("/chat", body("conversationId", "other", "message", "Third"));

    assertThat(PROVIDER.requests().get(1).path("messages"))
        .extracting(m -> m.path("content").asText())
        .endsWith("First", "Hello world", "Second");
    assertThat(PROVIDER.requests().get(2).path("messages")).hasSize(2);
  }

  @Test
  void secondResponsesQuestion_continuesThePreviousResponse() throws Exception {
    post("/openai/responses", body("conversationId", "chain", "message", "First"));
    post("/openai/responses", body("conversationId", "chain", "message", "Second"));
    post("/openai/responses", body("message", "Third"));

    assertThat(PROVIDER.requests().get(0).has("previous_response_id")).isFalse();
    assertThat(PROVIDER.requests().get(1).path("previous_response_id").asText())
        .startsWith("resp_");
    assertThat(PROVIDER.requests().get(2).has("previous_response_id")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/chat/stream", "/openai/chat/stream"})
  void clientLeavesDuringStream_providerStreamGivenUp(String path) throws Exception {
    HttpResponse<InputStream> response =
        post(
            path,
            body("conversationId", "d-" + path, "message", "Hi", "model", "endless"),
            BodyHandlers.ofInputStream());
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      assertThat(reader.readLine()).isEqualTo("event:delta");
    }

    assertThat(PROVIDER.abandoned().await(20, TimeUnit.SECONDS)).isTrue();
  }
}
