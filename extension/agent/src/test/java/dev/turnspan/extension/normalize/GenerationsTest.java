/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GenerationsTest {

  @Test
  void entries_areForgottenAfterAsManyAgain() {
    Generations<Integer> map = new Generations<>(4);
    IntStream.range(0, 100).forEach(i -> map.add(Integer.toString(i), i));
    assertThat(IntStream.range(0, 100).filter(i -> map.get(Integer.toString(i)) != null).boxed())
        .hasSizeBetween(4, 8)
        .contains(99);
  }

  @Test
  void entry_isFoundAndRemovedInBothHalves() {
    Generations<Integer> map = new Generations<>(2);
    IntStream.range(0, 3).forEach(i -> map.add(Integer.toString(i), i));
    assertThat(map.add("0", 7)).isEqualTo(7);
    assertThat(map.getOrAdd("2", () -> 8)).isEqualTo(2);
    assertThat(map.remove("1")).isEqualTo(1);
    assertThat(map.remove("1")).isNull();
    assertThat(map.isEmpty()).isFalse();
    assertThat(new Generations<>(2).isEmpty()).isTrue();
  }
}
