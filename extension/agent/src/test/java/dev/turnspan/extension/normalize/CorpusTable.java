/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static java.util.Objects.requireNonNull;

import dev.turnspan.semconv.AttributeDefinitions;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributesBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Tab-separated test data: foreign attributes and what becomes of them. */
final class CorpusTable {

  /** 2026-01-01T00:00:00Z: when every span of the corpus starts. */
  static final long START_NANOS = 1_767_225_600_000_000_000L;

  /** Ten seconds later they end. */
  static final long END_NANOS = START_NANOS + 10_000_000_000L;

  private CorpusTable() {}

  static List<String[]> rows(String resource) {
    try (InputStream in =
        requireNonNull(CorpusTable.class.getResourceAsStream("/corpus/" + resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void put(AttributesBuilder attributes, String name, String type, String value) {
    switch (type) {
      case "string" -> attributes.put(name, value);
      case "long" -> attributes.put(name, Long.parseLong(value));
      case "double" -> attributes.put(name, Double.parseDouble(value));
      case "bool" -> attributes.put(name, Boolean.parseBoolean(value));
      case "strings" ->
          attributes.put(
              AttributeKey.stringArrayKey(name),
              Stream.of(value.split("\\|", -1)).filter(text -> !text.isEmpty()).toList());
      default -> throw new IllegalArgumentException("no type " + type);
    }
  }

  /** A value in the type that the table of keys gives a canonical key. */
  static void putCanonical(AttributesBuilder attributes, String name, String value) {
    String type =
        AttributeDefinitions.all().stream()
            .filter(definition -> definition.key().getKey().equals(name))
            .findAny()
            .orElseThrow(() -> new IllegalArgumentException("no key " + name))
            .typeName();
    put(attributes, name, type.equals("boolean") ? "bool" : type, value);
  }
}
