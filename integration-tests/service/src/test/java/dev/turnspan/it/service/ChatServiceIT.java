/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.Exports;
import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.SpanRules;
import dev.turnspan.it.kit.SpanTree;
import dev.turnspan.it.kit.TestBed;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One jar attached to an ordinary chat service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChatServiceIT {

  private static final String SERVICE = "chat-service";

  private Map<String, String> answers = Map.of();
  private Map<String, String> answersWithoutAgent = Map.of();
  private final Exports exports = TestBed.get().newExports();

  @BeforeAll
  void chat() throws Exception {
    try (ExampleService service = ExampleService.start(SERVICE, null)) {
      answersWithoutAgent = conversations(service);
    }
    // When the service has ended, it has exported everything.
    try (ExampleService service = ExampleService.start(SERVICE, exports)) {
      answers = conversations(service);
    }
  }

  private static Map<String, String> conversations(ExampleService service) throws Exception {
    Map<String, String> answers = new LinkedHashMap<>();
    put(answers, service, "chat", "/chat", "tool-n3");
    put(answers, service, "chatStream", "/chat/stream", "tool-gap5-n3");
    put(answers, service, "openaiChat", "/openai/chat", "tool-n3");
    put(answers, service, "openaiChatStream", "/openai/chat/stream", "tool-gap5-n3");
    put(answers, service, "openaiResponses", "/openai/responses", "tool-n3");
    put(answers, service, "chatStreamCut", "/chat/stream", "cut1-n3");
    return answers;
  }

  private static void put(
      Map<String, String> answers, ExampleService service, String name, String path, String script)
      throws IOException, InterruptedException {
    String body =
        "{\"conversationId\":\"c-%s\",\"message\":\"hi\",\"model\":\"sim-%s-s%s\"}"
            .formatted(name, script, name);
    answers.put(name, service.post(path, body));
  }

  @Test
  void answers_areTheSameBytesWithAndWithoutTheAgent() {
    assertThat(answers).isEqualTo(answersWithoutAgent);
    assertThat(answers.values().stream().filter(answer -> answer.startsWith("200 "))).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chat",
        "chatStream",
        "openaiChat",
        "openaiChatStream",
        "openaiResponses",
        "chatStreamCut"
      })
  void request_isOneTurn(String name) throws IOException {
    List<SpanRecord> traces = exports.tracesOf(name);

    assertThat(SpanTree.render(traces)).isEqualTo(expected(name));
    assertThat(traces)
        .filteredOn(SpanRecord::isOurs)
        .allSatisfy(span -> SpanRules.check(span, exports.spans()));
  }

  private static String expected(String name) throws IOException {
    try (InputStream in = ChatServiceIT.class.getResourceAsStream("expected/" + name + ".txt")) {
      return in == null ? "" : new String(in.readAllBytes(), UTF_8);
    }
  }
}
