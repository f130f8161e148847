/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps the tables in the documentation equal to the resources. To rewrite them: {@code mvn -f
 * semconv test -Dtest=GeneratedDocumentationTest -Dturnspan.readme.write=true}.
 */
final class GeneratedDocumentationTest {

  /** A file and the tables it must show between {@code <!-- name:begin -->} and {@code end}. */
  record Target(Path file, List<String> tables) {}

  static Stream<Target> targets() {
    return Stream.of(
        new Target(Path.of("README.md"), List.of("spans", "events", "keys", "conventions")),
        new Target(Path.of("..", "README.md"), List.of("keys")));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void documentation_showsTheTablesOfTheResources(Target target) throws IOException {
    if (!Files.exists(target.file())) {
      return;
    }
    String before = Files.readString(target.file());
    String after = before;
    for (String table : target.tables()) {
      after = replaced(target.file(), after, table);
    }
    if (Boolean.getBoolean("turnspan.readme.write") && !after.equals(before)) {
      Files.writeString(target.file(), after);
      return;
    }
    assertThat(before)
        .as(
            "%s is stale; rewrite it with: mvn -f semconv test"
                + " -Dtest=GeneratedDocumentationTest -Dturnspan.readme.write=true",
            target.file())
        .isEqualTo(after);
  }

  private static String replaced(Path file, String text, String table) {
    String begin = "<!-- " + table + ":begin -->\n";
    String end = "<!-- " + table + ":end -->";
    int from = text.indexOf(begin);
    int to = text.indexOf(end, Math.max(from, 0));
    if (from < 0 || to < 0) {
      return fail("%s has no lines %s and %s for the generated table", file, begin.strip(), end);
    }
    Map<String, String> tables = GeneratedTables.all();
    return text.substring(0, from + begin.length()) + tables.get(table) + text.substring(to);
  }
}
