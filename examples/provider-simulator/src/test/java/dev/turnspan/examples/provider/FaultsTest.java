/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static dev.turnspan.examples.provider.RunningSimulator.CHAT;
import static dev.turnspan.examples.provider.RunningSimulator.RESPONSES;
import static dev.turnspan.examples.provider.RunningSimulator.chat;
import static dev.turnspan.examples.provider.RunningSimulator.json;
import static dev.turnspan.examples.provider.RunningSimulator.parse;
import static dev.turnspan.examples.provider.RunningSimulator.response;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultsTest {

  private static final String STREAM = ",'stream':true";

  @RegisterExtension final RunningSimulator simulator = new RunningSimulator();

  @Test
  void fail_lastsForThatManyRequests() throws Exception {
    String request = chat("sim-fail429x2", "");
    HttpResponse<String> first = simulator.post(CHAT, request);

    assertThat(first.statusCode()).isEqualTo(429);
    assertThat(first.headers().firstValue("retry-after-ms")).hasValue("1");
    assertThat(first.headers().firstValue("retry-after")).hasValue("0");
    assertThat(parse(first.body()).at("/error/code").asText()).isEqualTo("rate_limit_exceeded");
    assertThat(simulator.post(CHAT, request).statusCode()).isEqualTo(429);
    assertThat(simulator.post(CHAT, request).statusCode()).isEqualTo(200);
    simulator.server().reset();
    assertThat(simulator.post(CHAT, request).statusCode()).isEqualTo(429);
  }

  @Test
  void severalFails_comeOneAfterTheOther() throws Exception {
    String request = response("sim-fail500x1-fail503x1", "");

    assertThat(simulator.post(RESPONSES, request).statusCode()).isEqualTo(500);
    assertThat(simulator.post(RESPONSES, request).statusCode()).isEqualTo(503);
    assertThat(simulator.post(RESPONSES, request).statusCode()).isEqualTo(200);
  }

  @Test
  void status_lastsForever() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(simulator.post(CHAT, chat("sim-status500", STREAM)).statusCode()).isEqualTo(500);
    }
  }

  @Test
  void status401_repeatsTheKey() throws Exception {
    HttpResponse<String> answer = simulator.post(CHAT, chat("sim-status401", ""));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(parse(answer.body()).at("/error/message").asText()).contains("sk-test-key");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "2,2", "9,3"})
  void cutStream_endsEarlyAfterThatManyWords(int after, int words) throws Exception {
    List<String> lines = simulator.wire(CHAT, chat("sim-cut" + after, STREAM));

    assertThat(lines).filteredOn(line -> line.contains("\"role\"")).hasSize(1);
    assertThat(lines).filteredOn(line -> line.contains("\"word")).hasSize(words);
    assertThat(lines).noneMatch(line -> line.contains("[DONE]") || line.contains("\"stop\""));
    assertThat(lines).doesNotContain("0");
  }

  @Test
  void cutResponsesStream_endsEarly() throws Exception {
    List<String> lines = simulator.wire(RESPONSES, response("sim-cut0-reason1", STREAM));

    assertThat(lines)
        .filteredOn(line -> line.startsWith("event: "))
        .containsExactly("event: response.created", "event: response.in_progress");
    assertThat(lines).doesNotContain("0");
  }

  @Test
  void cutStream_isAnErrorForTheClient() {
    assertThatThrownBy(() -> simulator.post(CHAT, chat("sim-cut1", STREAM)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void cutWholeAnswer_endsEarly() {
    assertThatThrownBy(() -> simulator.post(CHAT, chat("sim-cut0", "")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void malformedStream_hasOneBrokenLine() throws Exception {
    List<String> events = simulator.events(CHAT, chat("sim-malformed1", STREAM));

    assertThat(events).hasSize(7);
    assertThat(events.get(2)).isEqualTo("{not json");
    assertThat(events.get(6)).isEqualTo("[DONE]");
  }

  @Test
  void malformedWholeAnswer_isNotJson() throws Exception {
    HttpResponse<String> answer = simulator.post(CHAT, chat("sim-malformed0", ""));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{not json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sim-n1-errorevent1", "sim-n1-failed"})
  void errorEvent_endsTheChatStream(String model) throws Exception {
    List<String> events = simulator.events(CHAT, chat(model, STREAM));

    assertThat(events).hasSize(3);
    assertThat(events.get(2))
        .isEqualTo(
            json(
                "{'error':{'message':'scripted failure','type':'server_error',"
                    + "'code':'scripted'}}"));
  }

  @Test
  void errorEvent_endsTheResponsesStream() throws Exception {
    String body = simulator.post(RESPONSES, response("sim-errorevent1", STREAM)).body();

    assertThat(body)
        .endsWith(
            json(
                "event: error\ndata: {'type':'error','sequence_number':5,'code':'scripted',"
                    + "'message':'scripted failure','param':null}\n\n"));
  }

  @Test
  void errorEventOfAWholeAnswer_isAnError() throws Exception {
    assertThat(simulator.post(CHAT, chat("sim-errorevent0", "")).statusCode()).isEqualTo(500);
  }

  @Test
  void hangingStream_canBeLeft() throws Exception {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = open(CHAT, chat("sim-hang1", STREAM))) {
      for (int i = 0; i < 4; i++) {
        lines.add(reader.readLine());
      }
    }

    assertThat(lines.get(2)).contains("word0 ");
    assertThat(simulator.post(CHAT, chat("sim", "")).statusCode()).isEqualTo(200);
  }

  private BufferedReader open(String path, String body) throws Exception {
    InputStream stream = simulator.open(path, body);
    return new BufferedReader(new InputStreamReader(stream, UTF_8));
  }
}
