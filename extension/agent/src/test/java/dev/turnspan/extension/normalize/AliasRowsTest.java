/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static dev.turnspan.extension.normalize.ForeignData.normalized;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.semconv.Alias;
import dev.turnspan.semconv.AliasRank;
import dev.turnspan.semconv.Aliases;
import dev.turnspan.semconv.AttributeDefinition;
import dev.turnspan.semconv.AttributeDefinitions;
import dev.turnspan.semconv.ValueRule;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the alias table, each on a span of its own. */
final class AliasRowsTest {

  private record Example(String source, Object canonical) {}

  private static final Map<ValueRule, Example> EXAMPLES =
      Map.ofEntries(
          Map.entry(ValueRule.TEXT, new Example("some-text", "some-text")),
          Map.entry(ValueRule.COUNT, new Example("12", 12L)),
          Map.entry(ValueRule.NUMBER, new Example("1.5", 1.5)),
          Map.entry(ValueRule.BOOLEAN, new Example("True", true)),
          Map.entry(ValueRule.SECONDS, new Example("0.25", 250L)),
          Map.entry(ValueRule.MILLIS, new Example("249.6", 250L)),
          Map.entry(ValueRule.FINISH_REASON, new Example("[\"max_tokens\"]", "length")),
          Map.entry(ValueRule.PROVIDER, new Example("OPEN_AI", "openai")),
          Map.entry(ValueRule.PROVIDER_HOST, new Example("api.anthropic.com", "anthropic")),
          Map.entry(ValueRule.ERROR_FLAG, new Example("ERROR", "_OTHER")),
          Map.entry(
              ValueRule.URL_HOST, new Example("https://llm.acme.com:8080/v1", "llm.acme.com")));

  /** Per source key: a kind, its span role, and its operation. */
  private static final Map<String, List<String>> KINDS =
      Map.of(
          "gen_ai.operation.name", List.of("rerank", "retrieval", "retrieval"),
          "openinference.span.kind", List.of("RETRIEVER", "retrieval", "retrieval"),
          "traceloop.span.kind", List.of("agent", "turn", ""),
          "spring.ai.kind", List.of("vector_store", "retrieval", "retrieval"),
          "llm.request.type", List.of("rerank", "retrieval", "retrieval"));

  // Makes an LLM span of it and leads to no canonical key of its own.
  private static final Attributes MARKER =
      Attributes.builder().put("llm.token_count.total", 1).build();

  static Stream<Alias> foreignRows() {
    return Aliases.all().stream().filter(alias -> alias.rank() != AliasRank.CANONICAL);
  }

  static Stream<AttributeDefinition> canonicalRows() {
    return AttributeDefinitions.all().stream().filter(row -> !row.foreign().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("foreignRows")
  void alias_leadsToItsCanonicalKeyInTheTypeOfTheContract(Alias alias) {
    Example example = example(alias);
    Attributes original = MARKER.toBuilder().put(alias.sourceKey(), example.source()).build();
    Attributes normalized = normalized(original);
    assertThat(normalized.asMap()).containsAllEntriesOf(original.asMap());
    if (alias.canonicalKey().equals(Aliases.TOTAL_TOKENS)) {
      assertThat(normalized.asMap().keySet())
          .extracting(AttributeKey::getKey)
          .doesNotContain(Aliases.TOTAL_TOKENS);
    } else if (!example.canonical().equals("")) {
      assertThat(normalized.get(canonicalKey(alias.canonicalKey()))).isEqualTo(example.canonical());
    }
  }

  @ParameterizedTest
  @MethodSource("foreignRows")
  void aliasAlone_normalizesOnlyIfItMarksAnLlmSpan(Alias alias) {
    SpanData span =
        ForeignData.of(
            Attributes.builder().put(alias.sourceKey(), example(alias).source()).build());
    SpanData normalized = new Normalizer(false).normalize(span, Account.NONE);
    if (alias.marksLlmSpan()) {
      assertThat(normalized.getAttributes().get(AttributeKey.stringKey("spanRole"))).isNotNull();
    } else {
      assertThat(normalized).isSameAs(span);
    }
  }

  @ParameterizedTest
  @MethodSource("canonicalRows")
  void canonicalKey_stays(AttributeDefinition definition) {
    Attributes original =
        MARKER.toBuilder().putAll(Attributes.of(key(definition), value(definition))).build();
    assertThat(normalized(original).asMap()).containsAllEntriesOf(original.asMap());
  }

  private static Example example(Alias alias) {
    if (alias.rule() == ValueRule.SPAN_ROLE || alias.rule() == ValueRule.OPERATION) {
      List<String> kind = present(KINDS.get(alias.sourceKey()), alias);
      return new Example(kind.get(0), kind.get(alias.rule() == ValueRule.SPAN_ROLE ? 1 : 2));
    }
    return present(EXAMPLES.get(alias.rule()), alias);
  }

  private static <T> T present(@Nullable T example, Alias alias) {
    return Objects.requireNonNull(example, () -> "an example for " + alias);
  }

  private static AttributeKey<?> canonicalKey(String name) {
    return AttributeDefinitions.all().stream()
        .filter(definition -> definition.key().getKey().equals(name))
        .findAny()
        .orElseThrow()
        .key();
  }

  @SuppressWarnings("unchecked") // Only used together with a value of the key's type.
  private static AttributeKey<Object> key(AttributeDefinition definition) {
    return (AttributeKey<Object>) definition.key();
  }

  private static Object value(AttributeDefinition definition) {
    return switch (definition.key().getType()) {
      case STRING -> "step";
      case BOOLEAN -> true;
      case LONG -> 7L;
      case DOUBLE -> 7.5;
      default -> throw new IllegalStateException("no value for " + definition.typeName());
    };
  }
}
