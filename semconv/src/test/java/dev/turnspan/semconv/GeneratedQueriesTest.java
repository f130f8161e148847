/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tables say to other programs is in the repository, as they say it now. */
final class GeneratedQueriesTest {

  private static final Path FOLDER = Path.of("..", "examples", "queries");

  private static final Map<String, Supplier<String>> FILES =
      Map.of(
          "collector-transform.yaml", CollectorConfiguration::text,
          "normalize-clickhouse.sql", () -> StoredSpanQueries.of(StoredSpanQueries.CLICKHOUSE),
          "normalize-duckdb.sql", () -> StoredSpanQueries.of(StoredSpanQueries.DUCKDB));

  static Stream<String> files() {
    return FILES.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("files")
  void file_isWhatTheTablesSay(String name) throws IOException {
    if (!Files.isDirectory(FOLDER)) {
      return;
    }
    String current = requireNonNull(FILES.get(name)).get();
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("turnspan.readme.write")) {
      Files.writeString(file, current);
    }
    assertThat(file)
        .as(
            "%s is stale; rewrite it with: mvn -f semconv test -Dtest=GeneratedQueriesTest"
                + " -Dturnspan.readme.write=true",
            file)
        .hasContent(current);
  }
}
