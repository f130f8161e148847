/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold of every span of ours, whatever the scenario. */
public final class SpanRules {

  private static final Map<String, String> ROLES =
      Map.of(
          "turn", "INTERNAL",
          "step", "INTERNAL",
          "provider.request", "CLIENT",
          "tool-call", "INTERNAL");

  /** OpenTelemetry's name of each key, on {@code provider.request}. */
  private static final Map<String, String> MIRROR =
      Map.ofEntries(
          Map.entry("operation", "gen_ai.operation.name"),
          Map.entry("provider", "gen_ai.provider.name"),
          Map.entry("requestModel", "gen_ai.request.model"),
          Map.entry("responseModel", "gen_ai.response.model"),
          Map.entry("responseId", "gen_ai.response.id"),
          Map.entry("usage.inputTokens", "gen_ai.usage.input_tokens"),
          Map.entry("usage.outputTokens", "gen_ai.usage.output_tokens"),
          Map.entry("usage.cacheReadTokens", "gen_ai.usage.cache_read.input_tokens"),
          Map.entry("usage.cacheWriteTokens", "gen_ai.usage.cache_write.input_tokens"),
          Map.entry("usage.reasoningTokens", "gen_ai.usage.reasoning.output_tokens"));

  private static final Set<String> COVERED =
      Set.of("spanRole", "turnId", "stepId", "outputTokensPerSecond", "thread.id", "thread.name");

  private final SpanRecord span;
  private final List<SpanRecord> all;

  private SpanRules(SpanRecord span, List<SpanRecord> all) {
    this.span = span;
    this.all = all;
  }

  /** Whether the rules say of an attribute when it is there and what it is. */
  static boolean cover(SpanRecord span, String key) {
    return COVERED.contains(key)
        || (key.startsWith("gen_ai.")
            && !key.equals("gen_ai.response.finish_reasons")
            && !(key.equals("gen_ai.operation.name") && span.is("turn")));
  }

  /** Checks a span of ours among all spans of its process. */
  public static void check(SpanRecord span, List<SpanRecord> all) {
    SpanRules rules = new SpanRules(span, all);
    rules.identity();
    rules.position();
    rules.timing();
    rules.events();
    rules.mirror();
  }

  private void identity() {
    String role = String.valueOf(span.attribute("spanRole"));
    assertThat(ROLES).as("role of %s", span).containsKey(role);
    assertThat(span.name()).isEqualTo(role);
    assertThat(span.kind()).isEqualTo(ROLES.get(role));
    if (!isLookup()) {
      assertThat(span.attribute("turnId")).as("turnId of %s", span).isInstanceOf(String.class);
    }
    assertThat(span.attributes().containsKey("stepId"))
        .isEqualTo(!role.equals("turn") && !isLookup());
    assertThat(all.stream().filter(other -> other.spanId().equals(span.spanId())))
        .as("exports of %s", span)
        .hasSize(1);
    assertThat(span.endNanos()).isGreaterThanOrEqualTo(span.startNanos());
    assertThat(span.status().equals("OK")).isFalse();
  }

  private void position() {
    if (span.is("turn") || isLookup()) {
      return;
    }
    SpanRecord parent = parent();
    assertThat(parent.name()).isEqualTo(span.is("step") ? "turn" : "step");
    assertThat(span.attribute("turnId")).isEqualTo(parent.attribute("turnId"));
    assertThat(span.startNanos()).isGreaterThanOrEqualTo(parent.startNanos());
    assertThat(span.endNanos()).isLessThanOrEqualTo(parent.endNanos());
    if (span.is("step")) {
      assertThat(span.attribute("stepId")).isEqualTo(span.attribute("turnId") + "#" + index());
    } else {
      assertThat(span.attribute("stepId")).isEqualTo(parent.attribute("stepId"));
    }
  }

  /** An embedding call stays where its caller was, in a turn or not. */
  private boolean isLookup() {
    return "embeddings".equals(span.attribute("operation"));
  }

  private SpanRecord parent() {
    List<SpanRecord> parents =
        all.stream().filter(other -> other.spanId().equals(span.parentId())).toList();
    assertThat(parents).as("parent of %s", span).hasSize(1);
    return parents.get(0);
  }

  private long index() {
    return all.stream()
        .filter(other -> other.is("step") && other.parentId().equals(span.parentId()))
        .filter(other -> other.startNanos() < span.startNanos())
        .count();
  }

  private void timing() {
    if (!span.attributes().containsKey("ttftMs") || span.is("turn")) {
      assertThat(span.attributes()).doesNotContainKeys("decodeMs", "outputTokensPerSecond");
      return;
    }
    long decodeMs = span.number("decodeMs");
    assertThat(span.number("ttftMs") + decodeMs).isEqualTo(span.number("genTotalMs"));
    Object output = span.attribute("usage.outputTokens");
    if (decodeMs > 0 && output instanceof Long tokens) {
      assertThat(span.attribute("outputTokensPerSecond")).isEqualTo(tokens * 1000.0 / decodeMs);
    } else {
      assertThat(span.attributes()).doesNotContainKey("outputTokensPerSecond");
    }
  }

  private void events() {
    List<String> expected = new ArrayList<>();
    if (span.attributes().containsKey("ttftMs") && !span.is("turn")) {
      expected.add("ttft");
      expected.add("decode");
    }
    assertThat(span.events()).extracting(SpanRecord.Event::name).isEqualTo(expected);
    for (SpanRecord.Event event : span.events()) {
      event
          .attributes()
          .forEach(
              (key, value) -> {
                // A step has no chunk count of its own.
                if (span.is("provider.request") || !key.equals("chunkCount")) {
                  assertThat(value).as("%s of %s", key, event).isEqualTo(span.attribute(key));
                }
              });
      assertThat(event.nanos()).isBetween(span.startNanos(), span.endNanos());
    }
    if (!expected.isEmpty()) {
      assertThat(span.events().get(0).attributes().keySet())
          .containsExactlyInAnyOrder("ttftMs", "firstTokenKind");
      assertThat(span.events().get(1).attributes()).containsKeys("decodeMs", "chunkCount");
    }
  }

  private void mirror() {
    Map<String, Object> attributes = span.attributes();
    if (span.is("provider.request")) {
      MIRROR.forEach((ours, theirs) -> assertThat(same(ours, theirs)).as(theirs).isTrue());
      assertThat(attributes.get("gen_ai.request.stream"))
          .isEqualTo(Boolean.TRUE.equals(attributes.get("stream")) ? Boolean.TRUE : null);
      firstChunk(attributes);
    } else if (span.is("turn")) {
      assertThat(same("conversationId", "gen_ai.conversation.id")).isTrue();
    } else if (span.is("tool-call")) {
      assertThat(attributes.get("gen_ai.operation.name")).isEqualTo("execute_tool");
      assertThat(same("toolName", "gen_ai.tool.name")).isTrue();
      assertThat(same("toolCallId", "gen_ai.tool.call.id")).isTrue();
    }
    if (!span.is("provider.request")) {
      // A sum over a trace must count each call once.
      assertThat(attributes.keySet()).noneMatch(key -> key.startsWith("gen_ai.usage."));
    }
  }

  private void firstChunk(Map<String, Object> attributes) {
    String key = "gen_ai.response.time_to_first_chunk";
    if (Boolean.FALSE.equals(attributes.get("stream"))) {
      assertThat(attributes).doesNotContainKey(key);
    } else if (span.number("chunkCount") > 0) {
      assertThat(attributes.get(key)).as(key).isInstanceOf(Double.class);
    }
  }

  private boolean same(String ours, String theirs) {
    @Nullable Object mirrored = span.attribute(theirs);
    return Objects.equals(span.attribute(ours), mirrored);
  }
}
