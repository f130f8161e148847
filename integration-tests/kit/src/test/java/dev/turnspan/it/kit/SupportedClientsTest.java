/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The README's table of clients is made from the files that say what is tested. Written by {@code
 * mvn -pl integration-tests/kit -am test -Dtest=SupportedClientsTest -Dturnspan.readme.write=true
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
final class SupportedClientsTest {

  private static final Path README = Path.of("..", "..", "README.md");
  private static final String BEGIN = "<!-- clients:begin -->\n";
  private static final String END = "<!-- clients:end -->";

  @Test
  void readme_showsEveryClientThatIsTested() throws IOException {
    String before = Files.readString(README);
    int from = before.indexOf(BEGIN) + BEGIN.length();
    int to = before.indexOf(END);
    assertThat(from).as("README.md has the line %s", BEGIN).isLessThanOrEqualTo(to);
    String after =
        before.substring(0, from)
            + SupportedClients.table(Path.of("..", "clients"))
            + before.substring(to);
    if (Boolean.getBoolean("turnspan.readme.write")) {
      Files.writeString(README, after);
      return;
    }
    assertThat(before).as("the table of clients in README.md is stale").isEqualTo(after);
  }
}
