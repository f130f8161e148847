/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Keeps the settings table in the README equal to {@link Setting#ALL}. To rewrite it: {@code mvn -f
 * extension/agent test -Dtest=SettingsDocumentationTest -Dturnspan.readme.write=true}.
 */
class SettingsDocumentationTest {

  private static final Path README = Path.of("..", "..", "README.md");
  private static final String BEGIN = "<!-- settings:begin -->\n";
  private static final String END = "<!-- settings:end -->";

  @Test
  void readme_showsEverySettingAsItIs() throws IOException {
    String before = Files.readString(README);
    int from = before.indexOf(BEGIN) + BEGIN.length();
    int to = before.indexOf(END);
    assertThat(from).as("README.md has the line %s", BEGIN).isLessThanOrEqualTo(to);
    String after = before.substring(0, from) + table() + before.substring(to);
    if (Boolean.getBoolean("turnspan.readme.write")) {
      Files.writeString(README, after);
      return;
    }
    assertThat(before).as("the settings table in README.md is stale").isEqualTo(after);
  }

  private static String table() {
    StringBuilder markdown =
        new StringBuilder("| property | default | accepted | what it does |\n");
    markdown.append("|---|---|---|---|\n");
    for (Setting<?> setting : Setting.ALL) {
      markdown.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(setting.key(), fallback(setting), setting.accepted(), setting.meaning()));
    }
    return markdown.toString();
  }

  private static String fallback(Setting<?> setting) {
    return setting.fallback().isEmpty() ? "empty" : "`" + setting.fallback() + "`";
  }
}
