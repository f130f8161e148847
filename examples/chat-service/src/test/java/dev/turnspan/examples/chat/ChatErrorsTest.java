/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ChatErrorsTest extends ServiceTestBase {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/chat",
        "/chat/stream",
        "/openai/chat",
        "/openai/chat/stream",
        "/openai/responses"
      })
  void messageMissingOrTooLong_400SaysWhich(String path) throws Exception {
    assertInvalid(post(path, body("conversationId", "c1")), "\"message\" is missing or empty.");
    assertInvalid(
        post(path, body("conversationId", "c1", "message", "  ")),
        "\"message\" is missing or empty.");
    assertInvalid(
        post(path, body("conversationId", "c1", "message", "x".repeat(51))),
        "\"message\" is longer than 50 characters.");
    assertThat(PROVIDER.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/chat", "/chat/stream"})
  void conversationIdMissing_400(String path) throws Exception {
    assertInvalid(post(path, body("message", "Hi")), "\"conversationId\" is missing.");
  }

  @Test
  void badModelOrConversationId_400NamesTheField() throws Exception {
    assertInvalid(
        post("/chat", body("conversationId", "c1", "message", "Hi", "model", "a b")),
        "\"model\" must have 1 to 128 letters, digits or characters of ._:@/-");
    assertInvalid(
        post("/openai/responses", body("conversationId", "", "message", "Hi")),
        "\"conversationId\" must have 1 to 128 letters, digits or characters of ._:@/-");
  }

  @Test
  void bodyIsNotJson_400() throws Exception {
    HttpResponse<String> response = post("/chat", "{\"message\":");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).at("/error/message").asText()).startsWith("The body must be JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/chat", "/openai/chat", "/openai/responses"})
  void providerAnswers500_502WithoutTheProvidersWords(String path, CapturedOutput output)
      throws Exception {
    HttpResponse<String> response =
        post(path, body("conversationId", "e-" + path, "message", "Hi", "model", "broken"));

    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(json(response).at("/error/type").asText()).isEqualTo("provider_error");
    assertThat(json(response).at("/error/message").asText())
        .isEqualTo("The model provider answered with status 500.");
    assertThat(output).contains("The model provider answered with status 500.");
    assertThat(response.body() + output).doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/chat", "/openai/chat", "/openai/responses"})
  void providerAnswersGarbage_502(String path) throws Exception {
    HttpResponse<String> response =
        post(path, body("conversationId", "g-" + path, "message", "Hi", "model", "garbage"));

    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(json(response).at("/error/message").asText()).contains("no usable answer");
  }

  @ParameterizedTest
  @CsvSource({"/chat/stream", "/openai/chat/stream"})
  void providerFailsTheStream_errorEventEndsIt(String path) throws Exception {
    HttpResponse<String> response =
        post(path, body("conversationId", "f-" + path, "message", "Hi", "model", "broken"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .startsWith("event:error\ndata:{\"error\":{")
        .contains("The model provider answered with status 500.")
        .doesNotContain("canary");
  }

  private static void assertInvalid(HttpResponse<String> response, String message)
      throws Exception {
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(json(response).at("/error/type").asText()).isEqualTo("invalid_request");
    assertThat(json(response).at("/error/message").asText()).isEqualTo(message);
  }
}
