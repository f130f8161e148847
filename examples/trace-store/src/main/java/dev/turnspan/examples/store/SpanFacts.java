/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** The facts of a span's line, in the order in which one asks for them. */
final class SpanFacts {

  private final SpanRow span;
  private final List<String> facts = new ArrayList<>();

  private SpanFacts(SpanRow span) {
    this.span = span;
  }

  static List<String> of(SpanRow span) {
    SpanFacts facts = new SpanFacts(span);
    facts.model();
    facts.tokens();
    facts.labelled("ttft", "ttftMs", " ms");
    facts.labelled("decode", "decodeMs", " ms");
    facts.rate();
    facts.labelled("tools", "toolMs", " ms");
    facts.labelled("finish", "finishReason", "");
    facts.labelled("steps", "stepCount", "");
    facts.labelled("requests", "requestCount", "");
    facts.labelled("tool calls", "toolCallCount", "");
    facts.attempt();
    facts.labelled("dispatch delay", "dispatchDelayMs", " ms");
    facts.labelled("result", "contentLength", " chars");
    facts.labelled("HTTP", "http.response.status_code", "");
    facts.failure();
    return facts.facts;
  }

  private void model() {
    String provider = span.text("provider");
    String model = span.text("model");
    if (!model.isEmpty()) {
      facts.add(PlainText.line(provider.isEmpty() ? model : provider + "/" + model));
    }
  }

  private void tokens() {
    if (span.attributes().has("usage.inputTokens")) {
      facts.add("in " + count("usage.inputTokens") + parts("cached", "usage.cacheReadTokens"));
    }
    if (span.attributes().has("usage.outputTokens")) {
      facts.add("out " + count("usage.outputTokens") + parts("reasoning", "usage.reasoningTokens"));
    }
    if (span.attributes().path("usage.reported").isBoolean()
        && !span.attributes().path("usage.reported").booleanValue()) {
      facts.add("usage not reported");
    }
  }

  private String parts(String label, String key) {
    StringJoiner parts = new StringJoiner(", ", " (", ")").setEmptyValue("");
    if (span.attributes().has(key)) {
      parts.add(label + " " + count(key));
    }
    if (label.equals("cached") && span.attributes().has("usage.cacheWriteTokens")) {
      parts.add("written " + count("usage.cacheWriteTokens"));
    }
    return parts.toString();
  }

  private void rate() {
    JsonNode rate = span.attributes().path("outputTokensPerSecond");
    if (rate.isNumber()) {
      facts.add(String.format(Locale.ROOT, "%.1f tok/s", rate.doubleValue()));
    }
  }

  /** The first attempt is the usual case and not worth a word. */
  private void attempt() {
    if (span.attributes().path("attempt").asLong() > 0) {
      labelled("attempt", "attempt", "");
    }
  }

  private void failure() {
    boolean toolFailed = span.attributes().path("isError").asBoolean();
    if (span.failed() || toolFailed) {
      StringJoiner failure = new StringJoiner(" ");
      failure.add("ERROR");
      if (!span.text("error.type").isEmpty()) {
        failure.add(PlainText.line(span.text("error.type")));
      }
      String message = span.statusMessage();
      if (message != null) {
        failure.add(PlainText.line(message));
      }
      facts.add(failure.toString());
    }
  }

  private void labelled(String label, String key, String unit) {
    if (span.attributes().has(key)) {
      facts.add(label + " " + count(key) + unit);
    }
  }

  private String count(String key) {
    return PlainText.value(span.attributes().path(key));
  }
}
