/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.extension.engine.TurnReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A turn on its way. What comes in may come from anybody. */
final class TurnHeaderTest {

  private static final String ID = "7b1d1f0e-5a40-4b9c-9d55-0d7a6f1c2b3e";

  @Test
  void turn_looksAsDocumented() {
    assertThat(TurnHeader.write(new TurnReference(ID, 2, null))).isEqualTo("1;" + ID + ";2");
    assertThat(TurnHeader.write(new TurnReference(ID, 0, "user 7;ü")))
        .isEqualTo("1;" + ID + ";0;user%207%3B%C3%BC");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"c-1", "a b+c%d;e", "日本語", "~!*'()"})
  void whatIsWritten_isRead(@Nullable String conversation) {
    TurnReference turn = new TurnReference(ID, 41, conversation);

    assertThat(TurnHeader.read(TurnHeader.write(turn))).isEqualTo(turn);
  }

  @Test
  void longConversation_staysHere() {
    String whole = "1;" + ID + ";0;";
    String fits = "x".repeat(512 - whole.length());

    assertThat(TurnHeader.write(new TurnReference(ID, 0, fits))).isEqualTo(whole + fits);
    assertThat(TurnHeader.write(new TurnReference(ID, 0, fits + "x"))).isEqualTo("1;" + ID + ";0");
    assertThat(TurnHeader.write(new TurnReference(ID, 0, "ü".repeat(100_000))))
        .isEqualTo("1;" + ID + ";0");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "1",
        "1;;0",
        "2;" + ID + ";0",
        "1;" + ID,
        "1;" + ID + ";",
        "1;" + ID + ";-1",
        "1;" + ID + ";1234567",
        "1;" + ID + ";٣",
        "1;not-a-uuid;0",
        "1;7B1D1F0E-5A40-4B9C-9D55-0D7A6F1C2B3E;0",
        "1;" + ID + ";0;",
        "1;" + ID + ";0;a b",
        "1;" + ID + ";0;a\r\nb",
        "1;" + ID + ";0;%0D%0Aset-cookie",
        "1;" + ID + ";0;%00",
        "1;" + ID + ";0;%C2%85",
        "1;" + ID + ";0;%FF%FE",
        "1;" + ID + ";0;%",
        "1;" + ID + ";0;%zz",
        "1;" + ID + ";0;c;more"
      })
  void whateverLooksDifferent_isIgnored(@Nullable String value) {
    assertThat(TurnHeader.read(value)).isNull();
  }

  @Test
  void endlessValue_isIgnored() {
    assertThat(TurnHeader.read("1;" + ID + ";0;" + "x".repeat(1_000_000))).isNull();
  }
}
