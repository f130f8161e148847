/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScriptParserTest {

  @Test
  void bareModelName_hasTheDefaults() throws ApiError {
    Script script = ScriptParser.parse("sim");

    assertThat(script.pace()).isEqualTo(new Pace(0, 0));
    assertThat(script.words()).isEqualTo(3);
    assertThat(script.tokens()).isEqualTo(new Script.Tokens(11, 0, -1, Usage.Rule.BY_DEFAULT));
    assertThat(script.toolUse()).isEqualTo(new Script.ToolUse(1, 0));
    assertThat(script.finish()).isEqualTo(Finish.STOP);
    assertThat(script.fault()).isEqualTo(Fault.NONE);
  }

  @Test
  void delays_combine() throws ApiError {
    assertThat(ScriptParser.parse("sim-ttft250-gap40").pace()).isEqualTo(new Pace(250, 40));
  }

  @Test
  void toolTokens_combine() throws ApiError {
    assertThat(ScriptParser.parse("sim-tool").toolUse()).isEqualTo(new Script.ToolUse(1, 1));
    assertThat(ScriptParser.parse("sim-toolrounds2-tools3").toolUse())
        .isEqualTo(new Script.ToolUse(3, 2));
  }

  @Test
  void labels_areIgnored() throws ApiError {
    assertThat(ScriptParser.parse("sim-n1-sFirst_test.2")).isEqualTo(ScriptParser.parse("sim-n1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"wrong", "n", "ttft", "tool2", "usage1", "fail500", "status99", "n1x2", ""})
  void unknownToken_isNamedInTheError(String token) {
    assertThatThrownBy(() -> ScriptParser.parse("sim-n1-" + token))
        .isInstanceOf(ApiError.class)
        .hasMessageStartingWith("Unknown token \"" + token + "\"");
  }

  @Test
  void otherFirstToken_isNamedInTheError() {
    assertThatThrownBy(() -> ScriptParser.parse("simple-model"))
        .isInstanceOf(ApiError.class)
        .hasMessageStartingWith("Unknown token \"simple\"");
  }
}
