/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables of this package: tab-separated, first line is the header, one fact per row.
 *
 * <p>Resources are found beside this class, so it does not matter which class loader loaded it. A
 * table that cannot be read is empty: a naming table must never keep an application from starting.
 */
final class TsvTable {

  /** Stands for "no value" in a cell. */
  static final String NONE = "-";

  private TsvTable() {}

  /** The cell, null when it says "no value". */
  static @Nullable String orNull(String cell) {
    return cell.equals(NONE) ? null : cell;
  }

  /** The rows of a table; rows with another number of cells than the header are left out. */
  static List<String[]> rows(String resource) {
    List<String[]> rows = new ArrayList<>();
    try (InputStream in = TsvTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        return List.of();
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      String header = reader.readLine();
      int width = header == null ? 0 : header.split("\t", -1).length;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split("\t", -1);
        if (cells.length == width) {
          rows.add(cells);
        }
      }
    } catch (IOException | RuntimeException unreadable) {
      return List.of();
    }
    return List.copyOf(rows);
  }
}
