/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spans as their producers write them, and what is exported in their place. */
final class CorpusTest {

  static List<String> producers() {
    return CorpusSpan.producers();
  }

  @ParameterizedTest
  @MethodSource("producers")
  void spansOfAProducer_areExportedAsExpected(String producer) {
    List<CorpusSpan> spans = CorpusSpan.of(producer);
    Map<String, Map<AttributeKey<?>, Object>> expected = new LinkedHashMap<>();
    for (int i = spans.size() - 1; i >= 0; i--) {
      expected.put(i + " " + spans.get(i).name(), spans.get(i).expected().asMap());
    }
    List<SpanData> exported = exported(spans);
    Map<String, Map<AttributeKey<?>, Object>> actual = new LinkedHashMap<>();
    for (SpanData span : exported) {
      actual.put(
          spans.size() - 1 - actual.size() + " " + span.getName(), span.getAttributes().asMap());
    }
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void corpus_hasThirtyProducers() {
    assertThat(producers()).hasSizeGreaterThanOrEqualTo(30).doesNotHaveDuplicates();
  }

  @Test
  void tokensByModel_areTheProvidersOwnWhateverTheProducer() {
    Map<String, Long> tokens = new TreeMap<>();
    for (String producer : List.of("spring-ai-1.1", "openinference", "loongsuite", "vercel-ai")) {
      for (SpanData span : exported(CorpusSpan.of(producer))) {
        Attributes attributes = span.getAttributes();
        Long input = attributes.get(AttributeKey.longKey("usage.inputTokens"));
        String role = attributes.get(AttributeKey.stringKey("spanRole"));
        // What a producer counts otherwise than the provider says so.
        boolean verified = attributes.get(AttributeKey.booleanKey("usage.unverified")) == null;
        if (input != null && verified && "provider.request".equals(role)) {
          tokens.merge(
              String.valueOf(attributes.get(AttributeKey.stringKey("model"))), input, Long::sum);
        }
      }
    }
    assertThat(tokens)
        .isEqualTo(
            Map.of(
                "gpt-4o-mini", 15L,
                "claude-sonnet-4", 1200L + 117L,
                "claude-sonnet-4-20260101", 117L,
                "qwen-max", 20L));
  }

  static List<SpanData> exported(List<CorpusSpan> spans) {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(
                NormalizingSpanProcessor.around(
                    SimpleSpanProcessor.create(exporter), new Normalizer(false)))
            .build()) {
      CorpusSpan.write(spans, provider);
      return new ArrayList<>(exporter.getFinishedSpanItems());
    }
  }
}
