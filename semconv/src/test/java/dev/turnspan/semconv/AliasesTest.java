/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeType;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AliasesTest {

  private static final Map<ValueRule, AttributeType> TYPES = new HashMap<>();

  static {
    TYPES.put(ValueRule.COUNT, AttributeType.LONG);
    TYPES.put(ValueRule.SECONDS, AttributeType.LONG);
    TYPES.put(ValueRule.MILLIS, AttributeType.LONG);
    TYPES.put(ValueRule.MICROS, AttributeType.LONG);
    TYPES.put(ValueRule.NANOS, AttributeType.LONG);
    TYPES.put(ValueRule.SECONDS_OR_NANOS, AttributeType.LONG);
    TYPES.put(ValueRule.TIMESTAMP, AttributeType.LONG);
    TYPES.put(ValueRule.NUMBER, AttributeType.DOUBLE);
    TYPES.put(ValueRule.BOOLEAN, AttributeType.BOOLEAN);
  }

  @Test
  void everyRow_isRead() {
    assertThat(Aliases.all()).hasSameSizeAs(TsvTable.rows("aliases.tsv"));
    assertThat(TsvTable.rows("aliases.tsv")).hasSizeGreaterThan(700);
    assertThat(ScopeOverrides.all()).hasSameSizeAs(TsvTable.rows("scope-overrides.tsv"));
  }

  @Test
  void everyFact_hasOneRow() {
    Set<List<Object>> facts = new HashSet<>();
    assertThat(Aliases.all())
        .allMatch(
            alias ->
                facts.add(
                    Arrays.asList(
                        alias.sourceKey(),
                        alias.path(),
                        alias.conditions(),
                        alias.canonicalKey())));
  }

  @Test
  void rowWithoutCanonicalKey_hasNoRule() {
    for (Alias alias : Aliases.all()) {
      boolean known = alias.rank() == AliasRank.KNOWN;
      assertThat(alias.canonicalKey() == null).as(alias.toString()).isEqualTo(known);
      assertThat(alias.rule() == null).as(alias.toString()).isEqualTo(known);
    }
  }

  @Test
  void keyWithAPath_isReadAsAnObject() {
    assertThat(Aliases.all())
        .allMatch(alias -> (alias.path() != null) == (alias.rank() == AliasRank.JSON));
  }

  @Test
  void everyCanonicalKey_isInTheTableOfKeysWithTheTypeOfItsRule() {
    Map<String, AttributeType> types = new HashMap<>();
    types.put(Aliases.TOTAL_TOKENS, AttributeType.LONG);
    for (AttributeDefinition definition : AttributeDefinitions.all()) {
      types.put(definition.key().getKey(), definition.key().getType());
    }
    for (Alias alias : Aliases.all()) {
      if (alias.rule() == null) {
        continue;
      }
      assertThat(types.get(alias.canonicalKey()))
          .as(alias.toString())
          .isEqualTo(TYPES.getOrDefault(alias.rule(), AttributeType.STRING));
    }
  }

  @Test
  void everyKeyOfForeignSpans_hasItsOwnRow() {
    Set<String> own = new HashSet<>();
    for (Alias alias : Aliases.all()) {
      if (alias.rank() == AliasRank.CANONICAL) {
        assertThat(alias.sourceKey()).isEqualTo(alias.canonicalKey());
        own.add(alias.sourceKey());
      }
    }
    Set<String> foreign = new HashSet<>();
    for (AttributeDefinition definition : AttributeDefinitions.all()) {
      if (!definition.foreign().isEmpty()) {
        foreign.add(definition.key().getKey());
      }
    }
    assertThat(own).isEqualTo(foreign);
  }

  @Test
  void everyRow_hasConventionAndReference() {
    assertThat(Aliases.all())
        .allMatch(alias -> !alias.convention().isBlank() && !alias.reference().isBlank());
  }

  @Test
  void requestModelAlone_doesNotMarkAnLlmSpan() {
    assertThat(Aliases.all())
        .filteredOn(alias -> alias.sourceKey().equals("gen_ai.request.model"))
        .isNotEmpty()
        .noneMatch(Alias::marksLlmSpan);
  }

  @Test
  void everySourceKeyOfAnOperation_hasAnAlias() {
    Set<String> sources = new HashSet<>();
    Aliases.all().forEach(alias -> sources.add(alias.sourceKey() + " " + alias.rule()));
    for (String[] row : TsvTable.rows("operations.tsv")) {
      if (row[0].equals(Operations.SPAN_NAME)) {
        continue;
      }
      assertThat(sources).contains(row[0] + " SPAN_ROLE");
      if (!row[2].equals(TsvTable.NONE)) {
        assertThat(sources).contains(row[0] + " OPERATION");
      }
    }
  }

  @Test
  void everySpanRoleOfAnOperation_isInTheVocabulary() throws Exception {
    Set<String> roles = new HashSet<>();
    for (Field field : SpanRoles.class.getFields()) {
      roles.add((String) field.get(null));
    }
    for (String[] row : TsvTable.rows("operations.tsv")) {
      assertThat(roles).contains(row[3]);
      assertThat(row[4]).isIn("-", "step", "other");
      assertThat(row[2])
          .isIn("-", "chat", "text_completion", "generate_content", "embeddings", "retrieval");
    }
  }

  @Test
  void operations_areFoundInAnyCase() {
    assertThat(Operations.of("openinference.span.kind", "LLM"))
        .isEqualTo(new Operations.Meaning("chat", "provider.request", null));
    assertThat(Operations.of("openinference.span.kind", "no such kind")).isNull();
  }
}
