/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import static dev.turnspan.examples.store.SpanSample.request;
import static dev.turnspan.examples.store.SpanSample.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

final class PageIT {

  private static final String HOSTILE = "<img src=x onerror=\"window.hacked=1\">'&";

  private static RunningStore store;
  private static Browser browser;

  @BeforeAll
  static void openBrowser(@TempDir Path profile) {
    browser = Browser.open(profile);
    store = new RunningStore();
    store.add(TurnSample.spans());
    store.add(
        span(60, 0, "turn", 9000, 9040)
            .trace("a".repeat(32))
            .with("spanRole", "turn")
            .with("turnId", HOSTILE)
            .with("conversationId", HOSTILE)
            .with("model", HOSTILE)
            .with("finishReason", HOSTILE)
            .with("ttftMs", HOSTILE)
            .with(HOSTILE, HOSTILE)
            .event(HOSTILE, 9010, HOSTILE, 1)
            .failed(HOSTILE),
        request(61, 9000, 9030)
            .trace("a".repeat(32))
            .with("turnId", HOSTILE)
            .with("model", HOSTILE)
            .with("ttftMs", HOSTILE)
            .usage(7, 3));
  }

  @BeforeEach
  void openPage() {
    browser.resize(1280, 1250);
    browser.preferColours("light");
    // Away from the page first: an address that differs in its fragment only is not loaded again.
    browser.go("about:blank");
    browser.go(store.uri().toString());
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    if (store != null) {
      store.close();
    }
  }

  @Test
  void selectedTurn_showsTheNumbersOfItsSpans() {
    selectSample();
    Map<String, String> figures =
        Map.ofEntries(
            Map.entry("durationMs", "2100 ms"),
            Map.entry("ttftMs", "200 ms"),
            Map.entry("usage.inputTokens", "300"),
            Map.entry("usage.outputTokens", "60"),
            Map.entry("usage.cacheReadTokens", "128"),
            Map.entry("usage.cacheWriteTokens", "–"),
            Map.entry("usage.reasoningTokens", "10"),
            Map.entry("toolMs", "220 ms"),
            Map.entry("stepCount", "2"),
            Map.entry("requestCount", "3"),
            Map.entry("toolCallCount", "1"),
            Map.entry("finishReason", "stop"));
    figures.forEach(
        (key, value) ->
            assertThat(browser.find("[data-testid='turn-" + key + "']").getText())
                .as(key)
                .isEqualTo(value));
    assertThat(browser.consoleErrors()).isEmpty();
  }

  @Test
  void waterfall_hasABarForEachSpanInTreeOrder() {
    selectSample();
    assertThat(texts("[data-testid='label']"))
        .containsExactly(
            "POST /chat",
            "turn",
            "step#0",
            "provider.request",
            "POST",
            "tool-call weather",
            "step#1",
            "✕ provider.request",
            "provider.request (attempt 1)");
    assertThat(texts("[data-testid='duration']"))
        .containsExactly(
            "2200 ms", "2100 ms", "1040 ms", "800 ms", "796 ms", "220 ms", "1030 ms", "100 ms",
            "800 ms");
    double turn = width("[data-span-id='" + SpanSample.hex(2) + "'] .bar");
    double request = width("[data-span-id='" + SpanSample.hex(4) + "'] .bar");
    assertThat(request / turn).isCloseTo(800 / 2100.0, within(0.001));
    assertThat(width("[data-span-id='" + SpanSample.hex(4) + "'] .ttft") / request)
        .isCloseTo(200 / 800.0, within(0.001));
    assertThat(width("[data-span-id='" + SpanSample.hex(4) + "'] .decode") / request)
        .isCloseTo(600 / 800.0, within(0.001));
    assertThat(browser.all("[data-testid='bar-ttft']")).hasSize(2);
  }

  @Test
  void selectedBar_showsAllAttributesAndEvents() {
    selectSample();
    browser.find("[data-span-id='" + SpanSample.hex(9) + "']").click();
    browser.withText("detail-name", "provider.request (attempt 1)");
    JsonNode sent =
        store.json("turns/t-1").at("/spans/0/children/0/children/1/children/1/attributes");
    assertThat(sent.properties()).hasSizeGreaterThan(10);
    sent.properties()
        .forEach(
            attribute ->
                assertThat(texts("[data-testid='detail'][data-key='" + attribute.getKey() + "']"))
                    .contains(attribute.getValue().asText()));
    assertThat(browser.find("[data-testid='details']").getText()).contains("Event ttft at 150 ms");
  }

  @Test
  void hostileText_isShownAsText() {
    // The newest turn is the one that the page opens with.
    browser.find("[data-testid='row']");
    assertThat(browser.find("[data-testid='turn-id']").getText()).isEqualTo(HOSTILE);
    assertThat(browser.find("[data-testid='turn-finishReason']").getText()).isEqualTo(HOSTILE);
    assertThat(browser.find("[data-testid='details']").getText())
        .contains(HOSTILE + "\n" + HOSTILE, "Event " + HOSTILE);
    browser.find("#aggregate[data-by='model']");
    assertThat(texts("[data-testid='aggregate-row'] [data-field='model']")).contains(HOSTILE);
    assertThat(browser.number("document.querySelectorAll('img, [onerror]').length")).isZero();
    assertThat(browser.number("Number(window.hacked ?? 0)")).isZero();
    assertThat(browser.consoleErrors()).isEmpty();
  }

  @Test
  void table_showsWhatTheStoreCounts() {
    browser.find("#aggregate[data-by='model']");
    JsonNode row = store.json("aggregate?by=model").at("/rows/1");
    for (String figure : List.of("count", "errors", "inputTokens", "outputTokens")) {
      assertThat(texts("[data-testid='aggregate-row'] [data-field='" + figure + "']").get(1))
          .isEqualTo(row.path(figure).asText());
    }
    browser.find("[data-testid='by-first'] option[value='toolName']").click();
    browser.find("#aggregate[data-by='toolName']");
    assertThat(texts("[data-testid='aggregate-row'] [data-field='toolName']"))
        .containsExactly("weather");
    assertThat(texts("[data-testid='aggregate-row'] [data-field='inputTokens']"))
        .containsExactly("–");
  }

  @Test
  void narrowAndDark_fitsTheScreen() {
    selectSample();
    browser.picture("light");
    browser.preferColours("dark");
    browser.picture("dark");
    browser.resize(400, 2400);
    browser.find("[data-testid='waterfall'] svg[width^='3']");
    assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(400);
    browser.picture("narrow");
    assertThat(browser.consoleErrors()).isEmpty();
  }

  private void selectSample() {
    browser.find("[data-testid='turn'][data-turn-id='t-1']").click();
    browser.withText("turn-id", "t-1");
  }

  private List<String> texts(String selector) {
    return browser.all(selector).stream().map(WebElement::getText).toList();
  }

  private double width(String selector) {
    return Double.parseDouble(browser.find(selector).getDomAttribute("width"));
  }
}
