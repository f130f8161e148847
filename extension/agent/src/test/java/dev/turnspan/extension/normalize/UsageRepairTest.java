/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static dev.turnspan.extension.normalize.ForeignData.normalized;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class UsageRepairTest {

  private static AttributesBuilder springAi(String system, long input, @Nullable Long read) {
    AttributesBuilder attributes =
        Attributes.builder()
            .put("gen_ai.operation.name", "chat")
            .put("gen_ai.system", system)
            .put("gen_ai.usage.input_tokens", Long.toString(input))
            .put("gen_ai.usage.output_tokens", "5");
    if (read != null) {
      attributes.put("gen_ai.usage.cache_read.input_tokens", read.toString());
    }
    return attributes;
  }

  private static AttributesBuilder otel(String provider, long input, long output) {
    return Attributes.builder()
        .put("gen_ai.provider.name", provider)
        .put("gen_ai.usage.input_tokens", input)
        .put("gen_ai.usage.output_tokens", output);
  }

  private static Map<String, Object> usage(Attributes attributes) {
    Map<String, Object> usage = new HashMap<>();
    attributes.forEach(
        (AttributeKey<?> key, Object value) -> {
          if (key.getKey().startsWith("usage.") && !key.getKey().equals("usage.reported")) {
            usage.put(key.getKey(), value);
          }
        });
    return usage;
  }

  @Test
  void springAiAnthropic_cacheIsAddedByItsRow() {
    assertThat(usage(normalized(springAi("anthropic", 100, 40L).build())))
        .isEqualTo(
            Map.of(
                "usage.inputTokens", 140L,
                "usage.raw.inputTokens", 100L,
                "usage.cacheReadTokens", 40L,
                "usage.outputTokens", 5L));
  }

  @Test
  void springAiBedrockWithoutCacheKeys_isMarked() {
    assertThat(usage(normalized(springAi("bedrock_converse", 100, null).build())))
        .isEqualTo(
            Map.of("usage.inputTokens", 100L, "usage.unverified", true, "usage.outputTokens", 5L));
  }

  @Test
  void springAiAnthropicWithZeroCache_isComplete() {
    assertThat(usage(normalized(springAi("anthropic", 100, 0L).build())))
        .isEqualTo(
            Map.of(
                "usage.inputTokens", 100L,
                "usage.cacheReadTokens", 0L,
                "usage.outputTokens", 5L));
  }

  @Test
  void springAiOpenAi_staysAsItIs() {
    assertThat(usage(normalized(springAi("openai", 100, 40L).build())))
        .isEqualTo(
            Map.of(
                "usage.inputTokens", 100L,
                "usage.cacheReadTokens", 40L,
                "usage.outputTokens", 5L));
  }

  @Test
  void springAiGemini_missingThoughtsAreMarked() {
    assertThat(usage(normalized(springAi("google_genai", 100, null).build())))
        .containsEntry("usage.unverified", true)
        .containsEntry("usage.outputTokens", 5L);
  }

  @Test
  void cacheAboveInput_provesThatItIsOutside() {
    assertThat(
            usage(
                normalized(
                    otel("acme", 10, 5)
                        .put("gen_ai.usage.cache_read.input_tokens", 90)
                        .put("gen_ai.usage.cache_creation.input_tokens", 7)
                        .build())))
        .isEqualTo(
            Map.of(
                "usage.inputTokens", 107L,
                "usage.raw.inputTokens", 10L,
                "usage.cacheReadTokens", 90L,
                "usage.cacheWriteTokens", 7L,
                "usage.outputTokens", 5L));
  }

  @Test
  void totalThatAddsTheCache_provesThatItIsOutside() {
    assertThat(
            usage(
                normalized(
                    otel("acme", 100, 5)
                        .put("gen_ai.usage.cache_read.input_tokens", 90)
                        .put("gen_ai.usage.total_tokens", 195)
                        .build())))
        .containsEntry("usage.inputTokens", 190L)
        .containsEntry("usage.raw.inputTokens", 100L);
  }

  @Test
  void cacheWithinInput_isLeftAlone() {
    assertThat(
            usage(
                normalized(
                    otel("anthropic", 100, 5)
                        .put("gen_ai.usage.cache_read.input_tokens", 90)
                        .put("gen_ai.usage.total_tokens", 105)
                        .build())))
        .isEqualTo(
            Map.of(
                "usage.inputTokens", 100L,
                "usage.cacheReadTokens", 90L,
                "usage.outputTokens", 5L));
  }

  @Test
  void reasoningAboveOutput_provesThatItIsOutside() {
    assertThat(
            usage(
                normalized(otel("x_ai", 100, 5).put("gen_ai.usage.reasoning_tokens", 50).build())))
        .isEqualTo(
            Map.of(
                "usage.inputTokens", 100L,
                "usage.outputTokens", 55L,
                "usage.raw.outputTokens", 5L,
                "usage.reasoningTokens", 50L));
  }

  @Test
  void langChain4jAnthropic_isMarked() {
    assertThat(
            usage(
                normalized(
                    Attributes.builder()
                        .put("gen_ai.provider.name", "ANTHROPIC")
                        .put("input_tokens", "10")
                        .put("output_tokens", "2")
                        .put("outcome", "SUCCESS")
                        .build())))
        .isEqualTo(
            Map.of("usage.inputTokens", 10L, "usage.outputTokens", 2L, "usage.unverified", true));
  }

  @Test
  void agentBedrockScope_isMarked() {
    assertThat(
            usage(normalized("io.opentelemetry.aws-sdk-2.2", otel("aws.bedrock", 10, 2).build())))
        .containsEntry("usage.unverified", true);
  }

  @Test
  void openLlmetryBedrockScope_cacheIsAdded() {
    assertThat(
            usage(
                normalized(
                    "opentelemetry.instrumentation.bedrock",
                    otel("aws.bedrock", 10, 2)
                        .put("gen_ai.usage.cache_read_input_tokens", 4)
                        .build())))
        .containsEntry("usage.inputTokens", 14L)
        .doesNotContainKey("usage.unverified");
  }

  @Test
  void anthropicSdkScope_isTrusted() {
    assertThat(
            usage(
                normalized(
                    "com.anthropic.sdk.java",
                    otel("anthropic", 17, 2)
                        .put("gen_ai.usage.cache_read.input_tokens", 4)
                        .put("gen_ai.usage.cache_write.input_tokens", 2)
                        .build())))
        .containsEntry("usage.inputTokens", 17L)
        .doesNotContainKeys("usage.unverified", "usage.raw.inputTokens");
  }
}
