/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Values that do not depend on the conversation. */
final class CountingArguments implements ArgumentSource {

  private int count;

  @Override
  public Optional<BigDecimal> number() {
    count++;
    return Optional.of(BigDecimal.valueOf(count));
  }

  @Override
  public Optional<String> oneOf(List<String> choices) {
    return choices.stream().findFirst();
  }

  @Override
  public Optional<String> text() {
    return Optional.of("value");
  }

  @Override
  public Optional<Boolean> flag() {
    return Optional.of(true);
  }
}
