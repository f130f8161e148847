/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Values for the parameters of a tool; empty when there is nothing to say. */
interface ArgumentSource {

  Optional<BigDecimal> number();

  Optional<String> oneOf(List<String> choices);

  Optional<String> text();

  Optional<Boolean> flag();
}
