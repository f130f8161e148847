/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import org.junit.jupiter.api.Test;

final class SlotsTest {

  // One hash for all of them.
  private static final String FIRST = "AaAa";
  private static final String SECOND = "BBBB";
  private static final String THIRD = "AaBB";

  private static final AttributeKey<Long> SECOND_KEY = AttributeKey.longKey(SECOND);

  private final Slots slots = new Slots();

  @Test
  void namesOfOneHash_haveSlotsOfTheirOwn() {
    assertThat(slots.add(FIRST, null)).isZero();
    assertThat(slots.add(SECOND, SECOND_KEY)).isEqualTo(1);
    assertThat(slots.add(FIRST, null)).isZero();
    assertThat(slots.count()).isEqualTo(2);
    assertThat(slots.of(SECOND)).isEqualTo(1);
    assertThat(slots.of(THIRD)).isEqualTo(-1);
    assertThat(slots.key(0)).isNull();
    assertThat(slots.key(1)).isSameAs(SECOND_KEY);
  }

  @Test
  void keyOfAnotherTypeOrObject_hasTheSlotOfItsName() {
    slots.add(FIRST, null);
    slots.add(SECOND, SECOND_KEY);
    // Twice, as the first question is remembered.
    for (int i = 0; i < 2; i++) {
      assertThat(slots.of(SECOND_KEY)).isEqualTo(1);
      assertThat(slots.of(AttributeKey.stringKey(SECOND))).isEqualTo(1);
      assertThat(slots.of(AttributeKey.longKey(FIRST))).isZero();
      assertThat(slots.of(AttributeKey.longKey(THIRD))).isEqualTo(-1);
    }
  }
}
