/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Exchange;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which exchanges are model calls, and whose. */
final class ExchangesTest {

  private final WireFixture fixture = new WireFixture();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8000/v1/chat/completions",
        "https://a.openai.azure.com/openai/deployments/d/chat/completions?api-version=1",
        "http://localhost/v1/responses",
        "https://gateway.example/llm/messages",
        "https://GATEWAY.example:8443/responses",
        "https://api.openai.com/responses",
        "http://localhost/v1/messages",
        "https://x/v1beta/models/gemini-3:generateContent?key=k",
        "http://localhost:11434/api/chat",
        "http://localhost:11434/api/generate",
        "http://localhost:11434/api/embed",
        "http://localhost/v1/embeddings"
      })
  void knownPath_isACall(String url) {
    assertThat(fixture.post(url)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/responses",
        "http://localhost/messages",
        "http://localhost/v1/messages/count_tokens",
        "http://localhost/elsewhere?to=/v1/chat/completions",
        "http://localhost/notchat/completionsx",
        "",
        "/"
      })
  void otherPath_isNone(String url) {
    assertThat(fixture.post(url)).isNull();
  }

  @Test
  void otherMethodOrContent_isNoCall() {
    String url = "http://localhost/v1/chat/completions";

    assertThat(fixture.wire.startExchange("GET", url, null, null)).isNull();
    assertThat(fixture.wire.startExchange("POST", url, "text/plain", null)).isNull();
    assertThat(fixture.wire.startExchange("POST", url, null, null)).isNotNull();
  }

  @Test
  void bodyWithoutModel_deniesAPathThatOthersHave() {
    assertThat(post("http://localhost/v1/messages", "{\"to\":\"somebody\"}")).isNull();
    assertThat(post("http://localhost/v1/messages", "not JSON")).isNull();
    assertThat(post("http://localhost/v1/messages", "{\"model\":\"m\"}")).isNotNull();
    assertThat(post("https://api.anthropic.com/v1/messages", "{\"to\":\"somebody\"}")).isNotNull();
  }

  @Test
  void bodyThatIsSeenBefore_tellsTheModelAtTheStart() {
    post("http://localhost/v1/chat/completions", "{\"model\":\"m\",\"stream\":true}");

    assertThat(fixture.notes.get(0)).contains("model=m,");
    assertThat(fixture.notes).contains("requested[m, true]");
  }

  @Test
  void callOfAHookAbove_keepsItsExchange() {
    fixture.open = fixture.call();
    fixture.onWire = true;

    assertThat(fixture.post("http://localhost/v1/chat/completions")).isNull();
    assertThat(fixture.notes).isEmpty();
  }

  @Test
  void callWhoseAttemptsNobodyReports_getsThem() {
    fixture.open = fixture.call();

    Exchange exchange = fixture.started("http://localhost/v1/chat/completions");
    assertThat(exchange.readsBodies()).isFalse();
    exchange.answered(503, null, null);
    exchange.end();
    assertThat(fixture.notes)
        .containsExactly(
            "startAttempt", "sentTo[http://localhost/v1/chat/completions]", "status[503]");
  }

  @Test
  void refusedRequest_failsHoweverItEnds() {
    Exchange exchange = fixture.started("http://localhost/v1/chat/completions");
    exchange.answered(429, "application/json", null);
    exchange.abort();
    exchange.end();

    assertThat(fixture.notes).last().isEqualTo("fail[429]");
  }

  @Test
  void bodyThatIsSentAgain_isReadAgain() {
    Exchange exchange = fixture.started("http://localhost/v1/chat/completions");
    exchange.sending();
    exchange.sent(bytes("{\"messages\":[\"tor"));
    exchange.sending();
    exchange.sent(bytes("{\"model\":\"m\"}"));
    exchange.sent();

    assertThat(fixture.notes).contains("requested[m, false]");
  }

  private @Nullable Exchange post(String url, String body) {
    return fixture.wire.startExchange("POST", url, "application/json", () -> List.of(bytes(body)));
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }
}
