/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import static dev.turnspan.examples.store.RunningStore.text;
import static dev.turnspan.examples.store.SpanSample.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileInputTest {

  private final RunningStore store = new RunningStore();

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; drop table spans; --",
        "\" or 1=1",
        "<script>alert(1)</script>",
        "a/b?c#d%2F+e f",
        "nul\u0000byte",
        "\u001b[31mred\r\nturn forged",
        "ünï→😀",
        "../../etc/passwd"
      })
  void hostileText_comesBackUnchanged(String value) {
    store.add(
        request(1, 0, 10)
            .with("turnId", value)
            .with("model", value)
            .with("conversationId", value)
            .with(value, value));
    JsonNode span = store.json("turns/" + encoded(value)).at("/spans/0");
    assertThat(span.path("attributes").path(value).asText()).isEqualTo(value);
    JsonNode row = store.json("aggregate?by=model,conversationId").at("/rows/0");
    assertThat(row.path("model").asText()).isEqualTo(value);
    assertThat(row.path("conversationId").asText()).isEqualTo(value);
    String plain = text(store.get("turns/" + encoded(value)));
    assertThat(plain.lines()).hasSize(2);
    assertThat(plain).doesNotContain("\u001b", "\u0000");
    assertThat(text(store.get("aggregate?by=model", "Accept", "text/plain")).lines()).hasSize(2);
  }

  @Test
  void hugeValue_isKeptWholeAndShownShort() {
    String huge = "x".repeat(2_000_000);
    store.add(request(1, 0, 10).with("turnId", "t").with("model", huge).with(huge, "v"));
    assertThat(store.json("turns/t").at("/spans/0/attributes/model").asText()).hasSize(2_000_000);
    assertThat(text(store.get("turns/t"))).hasSizeLessThan(600);
  }

  @Test
  void wrongTypes_stayInTheJsonOnly() {
    store.add(
        request(1, 0, 10).with("turnId", "t").with("model", 7).with("usage.inputTokens", 1.5));
    JsonNode row = store.json("aggregate?by=model").at("/rows/0");
    assertThat(row.path("model").isNull()).isTrue();
    assertThat(row.has("inputTokens")).isFalse();
    assertThat(store.json("turns/t").at("/spans/0/attributes/model").isInt()).isTrue();
  }

  @Test
  void endBeforeStart_isNoNegativeDuration() {
    store.add(request(1, 10, 0).with("turnId", "t"));
    assertThat(store.json("turns/t").at("/spans/0/durationMs").asLong()).isZero();
  }

  @Test
  void tenThousandSpans_areAllStored() {
    List<SpanSample> spans = new ArrayList<>();
    for (int i = 1; i <= 10_000; i++) {
      spans.add(request(i, i, i + 5).with("model", "m" + i % 10).usage(1, 2));
    }
    store.add(spans);
    assertThat(store.json("aggregate?by=model").path("rows"))
        .hasSize(10)
        .allMatch(row -> row.path("inputTokens").asInt() == 1000);
  }

  @Test
  void parallelWritersAndReaders_loseNothing() {
    List<Integer> senders = List.of(0, 1, 2, 3, 4, 5, 6, 7);
    senders.parallelStream()
        .forEach(
            sender -> {
              for (int i = 0; i < 10; i++) {
                store.add(request(1 + sender * 10 + i, 0, 1).with("model", "m").usage(1, 1));
                store.json("aggregate?by=model");
              }
            });
    assertThat(store.json("aggregate?by=model").at("/rows/0/inputTokens").asInt()).isEqualTo(80);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
