/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.semconv.Alias;
import dev.turnspan.semconv.AliasRank;
import dev.turnspan.semconv.Aliases;
import dev.turnspan.semconv.AttributeDefinition;
import dev.turnspan.semconv.AttributeDefinitions;
import dev.turnspan.semconv.SpanCondition;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the alias table against its line in {@code corpus/rows.tsv}. */
final class AliasRowsTest {

  /**
   * What is expected of one row.
   *
   * @param fact source key, path, condition and canonical key, as the table has them
   * @param scope of the span
   * @param with another attribute that the span carries
   * @param key the attribute's name: the source key, with a number where that is a pattern
   * @param expected value of the canonical key, {@code -} for none
   */
  record Expectation(
      List<String> fact,
      String scope,
      String with,
      String key,
      String type,
      String value,
      String expected) {

    @Override
    public String toString() {
      return String.join(" ", fact);
    }

    Attributes attributes(boolean marked) {
      AttributesBuilder attributes = Attributes.builder();
      if (marked) {
        attributes.putAll(MARKER);
      }
      int equals = with.indexOf('=');
      if (equals > 0) {
        attributes.put(with.substring(0, equals), with.substring(equals + 1));
      }
      CorpusTable.put(attributes, key, type, value);
      return attributes.build();
    }
  }

  // Makes an LLM span of it and leads to no canonical key of its own.
  private static final Attributes MARKER =
      Attributes.builder().put("llm.token_count.total", 1).build();

  static Stream<Expectation> expectations() {
    return CorpusTable.rows("rows.tsv").stream()
        .skip(1)
        .map(
            cells ->
                new Expectation(
                    List.of(cells[0], cells[1], cells[2], cells[3]),
                    cells[4],
                    cells[5],
                    cells[6],
                    cells[7],
                    cells[8],
                    cells[9]));
  }

  static Stream<Alias> knownRows() {
    return Aliases.all().stream().filter(alias -> alias.rank() == AliasRank.KNOWN);
  }

  static Stream<AttributeDefinition> canonicalRows() {
    return AttributeDefinitions.all().stream().filter(row -> !row.foreign().isEmpty());
  }

  @Test
  void everyRow_hasAnExpectationAndNoMore() {
    List<List<String>> facts = new ArrayList<>();
    for (Alias alias : Aliases.all()) {
      if (alias.rank() != AliasRank.KNOWN && alias.rank() != AliasRank.CANONICAL) {
        facts.add(
            List.of(
                alias.sourceKey(),
                orNone(alias.path()),
                conditions(alias),
                orNone(alias.canonicalKey())));
      }
    }
    assertThat(expectations().map(Expectation::fact).toList())
        .containsExactlyInAnyOrderElementsOf(facts);
  }

  @ParameterizedTest
  @MethodSource("expectations")
  void row_leadsToItsCanonicalKeyInTheTypeOfTheContract(Expectation row) {
    Attributes original = row.attributes(/* marked= */ true);
    Attributes normalized = ForeignData.normalized(row.scope(), original);
    assertThat(normalized.asMap()).containsAllEntriesOf(original.asMap());
    String canonical = row.fact().get(3);
    if (row.expected().equals("-")) {
      assertThat(normalized.asMap().keySet())
          .extracting(AttributeKey::getKey)
          .doesNotContain(canonical);
    } else {
      AttributesBuilder expected = Attributes.builder();
      CorpusTable.putCanonical(expected, canonical, row.expected());
      assertThat(normalized.asMap()).containsAllEntriesOf(expected.build().asMap());
    }
  }

  @ParameterizedTest
  @MethodSource("expectations")
  void rowAlone_normalizesOnlyIfItsKeyMarksAnLlmSpan(Expectation row) {
    boolean marks =
        Aliases.all().stream()
            .anyMatch(alias -> alias.marksLlmSpan() && alias.sourceKey().equals(row.key()));
    Attributes original = row.attributes(/* marked= */ false);
    boolean markedByOthers = !row.with().equals("-");
    Attributes normalized = ForeignData.normalized(row.scope(), original);
    if (marks) {
      assertThat(normalized.get(AttributeKey.stringKey("spanRole"))).isNotNull();
    } else if (!markedByOthers) {
      assertThat(normalized).isSameAs(original);
    }
  }

  @ParameterizedTest
  @MethodSource("knownRows")
  void keyWithoutACanonicalOne_saysNothing(Alias alias) {
    Attributes original = MARKER.toBuilder().put(alias.sourceKey(), "some text").build();
    assertThat(ForeignData.normalized(original))
        .isEqualTo(original.toBuilder().put("spanRole", "provider.request").build());
  }

  @ParameterizedTest
  @MethodSource("canonicalRows")
  void canonicalKey_stays(AttributeDefinition definition) {
    Attributes original =
        MARKER.toBuilder().putAll(Attributes.of(key(definition), value(definition))).build();
    assertThat(ForeignData.normalized(original).asMap()).containsAllEntriesOf(original.asMap());
  }

  private static String orNone(@Nullable String cell) {
    return Objects.requireNonNullElse(cell, "-");
  }

  private static String conditions(Alias alias) {
    List<String> texts = new ArrayList<>();
    for (SpanCondition condition : alias.conditions()) {
      String evidence = condition.evidence().name().toLowerCase(Locale.ROOT);
      String value = condition.value().isEmpty() ? "" : "=" + condition.value();
      texts.add(evidence.replace('_', '-') + ":" + condition.text() + value);
    }
    return texts.isEmpty() ? "-" : String.join("+", texts);
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
