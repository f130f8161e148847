/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table: each tree below the rows that must show it. With {@code -Dturnspan.trees.write=true}
 * it is written anew from what was seen; the difference is then to be read.
 */
final class ExpectedTrees {

  static final String WRITE = "turnspan.trees.write";

  private static final String FILE = "trees.txt";

  private ExpectedTrees() {}

  /** The tree of each row. */
  static Map<String, String> read() {
    Map<String, String> trees = new LinkedHashMap<>();
    try (InputStream in = ExpectedTrees.class.getResourceAsStream(FILE)) {
      String all = in == null ? "" : new String(in.readAllBytes(), UTF_8);
      for (String block : all.split("(?m)^== ", -1)) {
        int end = block.indexOf('\n');
        if (end > 0 && !block.startsWith("#")) {
          for (String row : block.substring(0, end).split(" ", -1)) {
            trees.put(row, block.substring(end + 1).strip() + "\n");
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return trees;
  }

  static void write(Map<String, String> trees) throws IOException {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    trees.forEach((row, tree) -> rows.computeIfAbsent(tree, key -> new ArrayList<>()).add(row));
    StringBuilder text = new StringBuilder();
    rows.forEach(
        (tree, names) ->
            text.append("== ")
                .append(String.join(" ", names))
                .append('\n')
                .append(tree)
                .append('\n'));
    Files.writeString(
        Path.of("src/test/resources", ExpectedTrees.class.getPackageName().replace('.', '/'), FILE),
        text);
  }
}
