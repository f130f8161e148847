/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The constants and the table of keys say the same, name and type, both ways. */
final class AttributeDefinitionsTest {

  static Stream<Arguments> owners() {
    return Stream.of(
        Arguments.of("Turnspan", TurnspanAttributes.class),
        Arguments.of("Foreign", ForeignAttributes.class),
        Arguments.of("OpenTelemetry", OtelAttributes.class),
        Arguments.of("GenAI mirror", GenAiAttributes.class));
  }

  @ParameterizedTest
  @MethodSource("owners")
  void constants_areTheRowsOfTheTable(String owner, Class<?> constants) throws Exception {
    List<AttributeKey<?>> rows = new ArrayList<>();
    for (AttributeDefinition definition : AttributeDefinitions.all()) {
      if (definition.owner().equals(owner)) {
        rows.add(definition.key());
      }
    }
    assertThat(keys(constants)).containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void oneKey_hasOneType() {
    Set<String> names = new HashSet<>();
    assertThat(AttributeDefinitions.all()).allMatch(d -> names.add(d.key().getKey()));
  }

  @Test
  void everyRow_isRead() {
    assertThat(AttributeDefinitions.all()).hasSameSizeAs(TsvTable.rows("attributes.tsv"));
  }

  @Test
  void spanAndEventNames_areTheRowsOfTheirTables() throws Exception {
    List<String> names = new ArrayList<>();
    TsvTable.rows("spans.tsv").forEach(row -> names.add(row[0]));
    TsvTable.rows("events.tsv").forEach(row -> names.add(row[0]));
    List<String> constants = new ArrayList<>();
    for (Field field : SpanNames.class.getFields()) {
      constants.add((String) field.get(null));
    }
    assertThat(constants).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void eventAttributes_areKeysOfTheTable() {
    Set<String> known = new HashSet<>();
    AttributeDefinitions.all().forEach(definition -> known.add(definition.key().getKey()));
    for (String[] row : TsvTable.rows("events.tsv")) {
      assertThat(known).contains(row[2].split(" ", -1));
    }
  }

  private static List<AttributeKey<?>> keys(Class<?> constants) throws IllegalAccessException {
    List<AttributeKey<?>> keys = new ArrayList<>();
    for (Field field : constants.getFields()) {
      if (field.get(null) instanceof AttributeKey<?> key) {
        keys.add(key);
      }
    }
    return keys;
  }
}
