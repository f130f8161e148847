/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import dev.turnspan.it.program.Observation;

/** What happens around the calls of a dialog: on which threads, in which order. */
@FunctionalInterface
interface Shape {

  /** Leads the dialog to its end. */
  void run(Observation seen, Dialog dialog) throws Exception;
}
