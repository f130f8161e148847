/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NestedTextsTest {

  private static Map<String, Object> read(String text, String... paths) {
    return NestedTexts.read(text, List.of(paths));
  }

  @Test
  void membersAtPaths_areReadWhateverTheirType() {
    assertThat(
            read(
                "{\"a\": 1, \"b\": {\"c\": \"two\", \"d\": {\"e\": true}}, \"f\": null}",
                "a",
                "b.c",
                "b.d.e",
                "f",
                "g"))
        .isEqualTo(Map.of("a", "1", "b.c", "two", "b.d.e", "true"));
  }

  @Test
  void whatPythonPrints_isReadAlike() {
    assertThat(read("{'a': 1.5, 'b': {'c': 'it\\'s'}, 'd': None, 'e': True}", "a", "b.c", "d", "e"))
        .isEqualTo(Map.of("a", "1.5", "b.c", "it's", "e", "True"));
  }

  @Test
  void membersOfLists_arePassedOver() {
    assertThat(read("{\"x\": [{\"a\": 9}, [1, {\"a\": 8}], \"a\"], \"a\": 1}", "a", "x.a"))
        .isEqualTo(Map.of("a", "1"));
  }

  @Test
  void ofTwoMembersWithOneName_theFirstCounts() {
    assertThat(read("{\"a\": 1, \"a\": 2}", "a")).isEqualTo(Map.of("a", "1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "a", "{", "}", "{\"", "{\"a", "{\"a\"", "{\"a\":", "[", "]]", "{\"a\\", "'", ":,:",
        "{,}", "1"
      })
  void brokenTexts_giveNothing(String text) {
    assertThat(read(text, "a", "")).isEmpty();
  }

  @Test
  void brokenOff_givesWhatIsThere() {
    assertThat(read("{\"a\": 1, \"b\": {\"c\": 2, \"d", "a", "b.c")).hasSize(2);
  }

  @Test
  void hugeTexts_areReadUpToALimit() {
    String huge = "{\"x\": \"" + "y".repeat(1 << 18) + "\", \"a\": 1}";
    assertThat(read(huge, "a")).isEmpty();
    assertThat(read("[".repeat(1 << 19), "a")).isEmpty();
  }
}
