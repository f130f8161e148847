/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a client's {@code versions.txt} says.
 *
 * @param library name of the library, as people call it
 * @param shows what Turnspan shows of it: the capabilities that {@link SupportedClients} knows
 * @param lines one for each version that is tested
 */
record TestedVersions(String library, List<String> shows, List<Line> lines) {

  static final String FILE = "versions.txt";

  /** What is to become of a version. */
  enum Fate {
    /** It keeps the contract. */
    SUPPORTED,
    /** It is too old, and refused. */
    SKIP,
    /** A method is taken out of its jar, and it is refused. */
    DOCTORED
  }

  /**
   * One version.
   *
   * @param detail why it must be refused, or {@code <class>#<method>} that is taken out; empty for
   *     a version that is supported
   */
  record Line(String version, Fate fate, String detail) {

    private static Line of(String line) {
      String[] words = line.split("\\s+", 3);
      if (words.length == 1) {
        return new Line(words[0], Fate.SUPPORTED, "");
      }
      if (words.length == 2) {
        throw new IllegalArgumentException(
            "a line is a version, or a version, skip or doctored, and a reason or method: " + line);
      }
      return new Line(words[0], Fate.valueOf(words[1].toUpperCase(Locale.ROOT)), words[2]);
    }
  }

  /** Reads a file. */
  static TestedVersions read(Path file) {
    try {
      List<String> all = Files.readAllLines(file);
      return new TestedVersions(
          header(all, "library"),
          Arrays.stream(header(all, "shows").split(",", -1)).map(String::strip).toList(),
          all.stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .map(Line::of)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line of a version that is tested as it is. */
  Line supported(String version) {
    return withFate(Fate.SUPPORTED).stream()
        .filter(line -> line.version().equals(version))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not supported as it is: " + version));
  }

  List<Line> withFate(Fate fate) {
    return lines.stream().filter(line -> line.fate() == fate).toList();
  }

  private static String header(List<String> lines, String name) {
    String start = "# " + name + ":";
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no line begins with: " + start));
  }
}
