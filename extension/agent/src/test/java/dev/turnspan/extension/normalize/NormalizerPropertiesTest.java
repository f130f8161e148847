/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.semconv.Alias;
import dev.turnspan.semconv.Aliases;
import dev.turnspan.semconv.AttributeDefinition;
import dev.turnspan.semconv.AttributeDefinitions;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a span carries, under any keys of the table and with any values. */
final class NormalizerPropertiesTest {

  private static final int SPANS = 400;

  private static final List<Object> VALUES =
      List.of(
          "chat",
          "LLM",
          "none",
          "",
          "12",
          "-1",
          "1e400",
          "0x10",
          "\"7\"",
          "NaN",
          "[\"STOP\"]",
          "[",
          "[\"",
          "['a\\",
          "{}",
          "true",
          "openai",
          "other",
          "ERROR",
          "http://[bad",
          "é".repeat(99),
          0L,
          7L,
          -3L,
          Long.MAX_VALUE,
          Long.MIN_VALUE,
          0.5,
          -0.5,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          true,
          false,
          List.of("length", "stop"),
          List.of());

  static LongStream seeds() {
    return LongStream.range(0, SPANS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void twice_isTheSameAsOnce(long seed) {
    for (boolean drop : new boolean[] {false, true}) {
      Normalizer normalizer = new Normalizer(drop);
      SpanData once =
          normalizer.normalize(
              ForeignData.of(random(seed)),
              seed % 3 == 0 ? ForeignData.IN_CALL : Surroundings.UNKNOWN);
      assertThat(normalizer.normalize(once, Surroundings.UNKNOWN)).isSameAs(once);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void orderOfAttributes_doesNotMatter(long seed) {
    Attributes attributes = random(seed);
    List<Map.Entry<AttributeKey<?>, Object>> entries =
        new ArrayList<>(attributes.asMap().entrySet());
    Collections.shuffle(entries, new Random(seed));
    assertThat(ForeignData.normalized(new Reordered(attributes, entries)).asMap())
        .isEqualTo(ForeignData.normalized(attributes).asMap());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addedKeys_haveTheTypesOfTheContract(long seed) {
    Map<String, AttributeType> types = new HashMap<>();
    for (AttributeDefinition definition : AttributeDefinitions.all()) {
      types.put(definition.key().getKey(), definition.key().getType());
    }
    Attributes original = random(seed);
    Set<AttributeKey<?>> added = new HashSet<>(ForeignData.normalized(original).asMap().keySet());
    added.removeAll(original.asMap().keySet());
    for (AttributeKey<?> key : added) {
      if (!key.getKey().startsWith("duplicate.")) {
        assertThat(key.getType()).as(key.getKey()).isEqualTo(types.get(key.getKey()));
      }
    }
  }

  private static Attributes random(long seed) {
    Random random = new Random(seed);
    List<Alias> aliases = Aliases.all();
    AttributesBuilder attributes = Attributes.builder();
    Set<String> names = new HashSet<>();
    int size = 1 + random.nextInt(12);
    for (int i = 0; i < size; i++) {
      String name = aliases.get(random.nextInt(aliases.size())).sourceKey();
      if (names.add(name)) {
        put(attributes, name, VALUES.get(random.nextInt(VALUES.size())));
      }
    }
    return attributes.build();
  }

  @SuppressWarnings("unchecked") // The only lists are lists of strings.
  private static void put(AttributesBuilder attributes, String name, Object value) {
    if (value instanceof String text) {
      attributes.put(name, text);
    } else if (value instanceof Long number) {
      attributes.put(name, number);
    } else if (value instanceof Double number) {
      attributes.put(name, number);
    } else if (value instanceof Boolean truth) {
      attributes.put(name, truth);
    } else {
      attributes.put(AttributeKey.stringArrayKey(name), (List<String>) value);
    }
  }

  /** The same attributes, told in another order. */
  private record Reordered(Attributes attributes, List<Map.Entry<AttributeKey<?>, Object>> entries)
      implements Attributes {

    @Override
    public <T> T get(AttributeKey<T> key) {
      return attributes.get(key);
    }

    @Override
    public void forEach(BiConsumer<? super AttributeKey<?>, ? super Object> consumer) {
      entries.forEach(entry -> consumer.accept(entry.getKey(), entry.getValue()));
    }

    @Override
    public int size() {
      return attributes.size();
    }

    @Override
    public boolean isEmpty() {
      return attributes.isEmpty();
    }

    @Override
    public Map<AttributeKey<?>, Object> asMap() {
      return attributes.asMap();
    }

    @Override
    public AttributesBuilder toBuilder() {
      return attributes.toBuilder();
    }
  }
}
