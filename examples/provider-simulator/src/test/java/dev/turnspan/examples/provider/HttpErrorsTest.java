/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static dev.turnspan.examples.provider.RunningSimulator.CHAT;
import static dev.turnspan.examples.provider.RunningSimulator.chat;
import static dev.turnspan.examples.provider.RunningSimulator.json;
import static dev.turnspan.examples.provider.RunningSimulator.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpErrorsTest {

  @RegisterExtension final RunningSimulator simulator = new RunningSimulator();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{} {}",
        "{'messages':[]}",
        "{'model':'sim'}",
        "{'model':'sim','messages':[{'role':'robot'}]}"
      })
  void badBody_isABadRequest(String body) throws Exception {
    HttpResponse<String> answer = simulator.post(CHAT, json(body));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(parse(answer.body()).at("/error/type").asText()).isEqualTo("invalid_request_error");
  }

  @Test
  void unknownToken_isABadRequestThatNamesIt() throws Exception {
    HttpResponse<String> answer = simulator.post(CHAT, chat("sim-wrong7", ""));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(parse(answer.body()).at("/error/message").asText()).contains("\"wrong7\"");
  }

  @Test
  void unknownPath_isNotFound() throws Exception {
    assertThat(simulator.post("/nothing", "{}").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "DELETE"})
  void wrongMethod_isNotAllowed(String method) throws Exception {
    HttpResponse<String> answer = simulator.send(method, simulator.server().baseUrl() + CHAT);

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
  }
}
