/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.producers;

import static java.util.Objects.requireNonNull;

import dev.turnspan.it.kit.Workspace;
import dev.turnspan.semconv.AliasRank;
import dev.turnspan.semconv.Aliases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The spans on which the extension is tested, and what it makes of each: by its columns. */
final class StoredCorpus {

  private static final String FOLDER = "extension/agent/src/test/resources/corpus/";
  private static final long START_NANOS = 1_767_225_600_000_000_000L;
  private static final long TEN_SECONDS = 10_000_000_000L;

  private final List<StoredSpan> spans = new ArrayList<>();
  private final Map<String, Map<String, String>> expected = new TreeMap<>();

  private StoredCorpus() {}

  static StoredCorpus read() {
    StoredCorpus corpus = new StoredCorpus();
    for (String producer : lines("producers.txt")) {
      for (String line : lines("producers/" + producer + ".tsv")) {
        corpus.add(producer, line.split("\t", -1));
      }
    }
    return corpus;
  }

  List<StoredSpan> spans() {
    return List.copyOf(spans);
  }

  /** By the span's id. */
  Map<String, Map<String, String>> expected() {
    return expected;
  }

  private void add(String producer, String[] cells) {
    switch (cells[0]) {
      case "span" -> {
        String parent = cells[2].equals("-") ? "" : cells[2];
        StoredSpan span =
            new StoredSpan(
                producer,
                cells[1],
                parent,
                cells[3],
                cells[4],
                START_NANOS,
                START_NANOS + TEN_SECONDS,
                cells[5],
                new LinkedHashMap<>());
        spans.add(span);
        expected.put(span.id(), new TreeMap<>());
      }
      case "in" -> last().attributes().put(cells[1], value(cells[2], cells[3]));
      case "out" -> {
        Map<String, String> columns = requireNonNull(expected.get(last().id()));
        if (columns.isEmpty()) {
          last().attributes().forEach((key, value) -> keep(columns, key, value));
        }
        columns.put(StoredColumns.of(cells[1]), StoredColumns.normal(cells[2]));
      }
      default -> {
        // Comments, and what is moved: there is no column for that.
      }
    }
  }

  /** A span that has our names already keeps them. */
  private static void keep(Map<String, String> columns, String key, Object value) {
    if (Aliases.all().stream()
        .anyMatch(alias -> alias.rank() == AliasRank.CANONICAL && alias.sourceKey().equals(key))) {
      columns.put(StoredColumns.of(key), StoredColumns.normal(value.toString()));
    }
  }

  private StoredSpan last() {
    return spans.get(spans.size() - 1);
  }

  private static Object value(String type, String value) {
    return switch (type) {
      case "string" -> value;
      case "strings" -> List.of(value.split("\\|", -1));
      case "long" -> Long.valueOf(value);
      case "double" -> Double.valueOf(value);
      case "bool" -> Boolean.valueOf(value);
      default -> throw new IllegalArgumentException("no type " + type);
    };
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(Workspace.existing(FOLDER + file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
