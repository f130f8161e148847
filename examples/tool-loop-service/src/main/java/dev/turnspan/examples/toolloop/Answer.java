/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.toolloop;

import java.io.IOException;

/** Where the pieces of an answer go. */
@FunctionalInterface
interface Answer {

  /**
   * The next piece of text.
   *
   * @throws IOException nobody listens any more
   */
  void delta(String text) throws IOException;
}
