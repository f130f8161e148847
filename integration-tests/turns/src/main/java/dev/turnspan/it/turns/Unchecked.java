/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import java.util.concurrent.Callable;

/** For lambdas that may throw where none are expected. */
final class Unchecked {

  private Unchecked() {}

  static <T> T call(Callable<T> code) {
    try {
      return code.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
