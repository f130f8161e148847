/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private final List<String> warnings = new ArrayList<>();

  private Settings settings(Map<String, String> properties, Map<String, String> environment) {
    return new Settings(properties, environment, Map.of(), warnings::add);
  }

  @Test
  void nothingSet_givesDefaultsWithoutWarning() {
    Settings settings = settings(Map.of("user.home", "/x"), Map.of("PATH", "/bin"));
    settings.check();

    assertThat(settings.get(Setting.ENABLED)).isTrue();
    assertThat(settings.get(Setting.GENAI_ATTRIBUTES)).isTrue();
    assertThat(settings.get(Setting.NORMALIZE_ENABLED)).isTrue();
    assertThat(settings.get(Setting.NORMALIZE_ORIGINALS)).isEqualTo("keep");
    assertThat(settings.get(Setting.TURN_IDLE_TIMEOUT)).isEqualTo(Duration.ofSeconds(60));
    assertThat(warnings).isEmpty();
  }

  @Test
  void propertyAndVariable_propertyWins() {
    Settings settings =
        settings(
            Map.of("turnspan.turn.idle-timeout", "500ms"),
            Map.of("TURNSPAN_TURN_IDLE_TIMEOUT", "5m", "TURNSPAN_GENAI_ATTRIBUTES", "FALSE"));
    settings.check();

    assertThat(settings.get(Setting.TURN_IDLE_TIMEOUT)).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.get(Setting.GENAI_ATTRIBUTES)).isFalse();
    assertThat(warnings).isEmpty();
  }

  @Test
  void file_isWhatIsLeftWhereNeitherPropertyNorVariableSays() {
    Settings settings =
        new Settings(
            Map.of("turnspan.turn.idle-timeout", "500ms"),
            Map.of("TURNSPAN_GENAI_ATTRIBUTES", "false"),
            Map.of(
                "turnspan.turn.idle-timeout", "1s",
                "turnspan.genai-attributes", "true",
                "turnspan.normalize.originals", "drop",
                "turnspan.typo", "x"),
            warnings::add);
    settings.check();

    assertThat(settings.get(Setting.TURN_IDLE_TIMEOUT)).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.get(Setting.GENAI_ATTRIBUTES)).isFalse();
    assertThat(settings.get(Setting.NORMALIZE_ORIGINALS)).isEqualTo("drop");
    assertThat(warnings).hasSize(1).first().asString().startsWith("turnspan.typo=x is not a");
  }

  @Test
  void badValue_warnsOnceWithKeyValueAndWhatIsAccepted() {
    Settings settings = settings(Map.of("turnspan.normalize.originals", "maybe"), Map.of());
    settings.check();

    assertThat(settings.get(Setting.NORMALIZE_ORIGINALS)).isEqualTo("keep");
    assertThat(warnings)
        .containsExactly(
            "turnspan.normalize.originals=maybe is not understood;"
                + " accepted is keep or drop; keep is used");
  }

  @Test
  void unknownKeys_warnByName() {
    settings(Map.of("turnspan.nonsense", "1"), Map.of("TURNSPAN_TYPO", "x")).check();

    assertThat(warnings).hasSize(2);
    assertThat(warnings.get(0)).startsWith("TURNSPAN_TYPO=x is not a setting of Turnspan");
    assertThat(warnings.get(1)).startsWith("turnspan.nonsense=1 is not a setting of Turnspan");
  }

  @Test
  void zeroDuration_isNotAccepted() {
    settings(Map.of("turnspan.turn.idle-timeout", "0s"), Map.of()).check();

    assertThat(warnings).hasSize(1);
  }

  @Test
  void methods_areReadByClass() {
    Settings settings =
        settings(
            Map.of(
                "turnspan.turn.methods",
                "com.acme.Chat[handle, reply];com.acme.Outer$Inner[run];com.acme.Chat[ask];"),
            Map.of());
    settings.check();

    assertThat(settings.get(Setting.TURN_METHODS))
        .isEqualTo(
            Map.of(
                "com.acme.Chat",
                Set.of("handle", "reply", "ask"),
                "com.acme.Outer$Inner",
                Set.of("run")));
    assertThat(warnings).isEmpty();
  }

  @Test
  void badMethods_warnOnceAndNoneIsUsed() {
    for (String bad : List.of("com.acme.Chat", "com.acme.Chat[]", "[run]", "com.acme.Chat[run")) {
      warnings.clear();
      Settings settings = settings(Map.of("turnspan.turn.methods", bad), Map.of());
      settings.check();

      assertThat(settings.get(Setting.TURN_METHODS)).isEmpty();
      assertThat(warnings).singleElement().asString().startsWith("turnspan.turn.methods=" + bad);
    }
  }

  @Test
  void header_isANameOfOne() {
    assertThat(
            settings(Map.of("turnspan.conversation.header", "X-Conversation-Id"), Map.of())
                .get(Setting.CONVERSATION_HEADER))
        .isEqualTo("X-Conversation-Id");
    settings(Map.of("turnspan.conversation.header", "two words"), Map.of()).check();
    assertThat(warnings).hasSize(1);
  }
}
