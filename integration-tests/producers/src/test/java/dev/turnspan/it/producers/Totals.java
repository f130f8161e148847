/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.producers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** What a model was asked for, and what that took. */
record Totals(long requests, long input, long output) {

  /** By model: what its name makes the provider report, whatever others make of it. */
  static Map<String, Totals> reported() {
    try (InputStream in = requireNonNull(Totals.class.getResourceAsStream("totals.tsv"))) {
      Map<String, Totals> totals = new TreeMap<>();
      new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(
              cells ->
                  totals.put(
                      cells[0],
                      of(Map.of("requests", cells[1], "input", cells[2], "output", cells[3]))));
      return totals;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Totals of(Map<String, String> row) {
    return new Totals(figure(row, "requests"), figure(row, "input"), figure(row, "output"));
  }

  private static long figure(Map<String, String> row, String column) {
    return Long.parseLong(requireNonNull(row.get(column), column));
  }
}
