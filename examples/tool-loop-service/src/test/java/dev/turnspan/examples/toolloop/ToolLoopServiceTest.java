/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.toolloop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.examples.provider.ProviderSimulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ToolLoopServiceTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private ProviderSimulator provider;
  private ToolLoopService service;

  @BeforeAll
  void start() throws Exception {
    provider = ProviderSimulator.start(0);
    service =
        ToolLoopService.start(
            LoopSettings.of(Map.of("SERVER_PORT", "0", "OPENAI_BASE_URL", provider.baseUrl())));
  }

  @AfterAll
  void stop() {
    service.close();
    provider.close();
  }

  private HttpResponse<String> ask(String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/chat/stream"))
            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void answer_isStreamed() throws Exception {
    assertThat(ask("{'message':'hi','model':'sim-n2-sstreamed'}").body())
        .isEqualTo(
            """
            event:delta
            data:{"text":"word0 "}

            event:delta
            data:{"text":"word1 "}

            event:done
            data:{"answer":"word0 word1 "}

            """);
  }

  @Test
  void questionAboutTwoThings_runsBothTools() throws Exception {
    String body =
        ask("{'message':'What time is it in Tokyo, and how many kilometres are 26 miles?'}").body();

    assertThat(body).contains("Tokyo: ", "41.84 km").endsWith("\"}\n\n");
  }

  @Test
  void secondQuestion_knowsTheFirst() throws Exception {
    ask("{'conversationId':'c1','message':'Hello'}");

    assertThat(ask("{'conversationId':'c1','message':'And now?'}").body())
        .contains("You asked 2 things so far");
  }

  @Test
  void providersFailure_isToldWithoutDetails() throws Exception {
    HttpResponse<String> response = ask("{'message':'hi','model':'sim-status401-sfails'}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo("event:error\ndata:{\"error\":{\"type\":\"provider_error\"}}\n\n");
  }

  @Test
  void endlessRounds_areEnded() throws Exception {
    HttpResponse<String> response = ask("{'message':'hi','model':'sim-toolrounds99-sendless'}");

    assertThat(response.body())
        .isEqualTo("event:error\ndata:{\"error\":{\"type\":\"too_many_rounds\"}}\n\n");
  }

  @Test
  void bodyThatIsNoQuestion_isRefused() throws Exception {
    assertThat(ask("{").statusCode()).isEqualTo(400);
    assertThat(ask("{'conversationId':'c1'}").body())
        .isEqualTo(
            "{\"error\":{\"type\":\"invalid_request\",\"message\":\"A message is needed.\"}}");
  }
}
