/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static dev.turnspan.semconv.TurnspanAttributes.STEP_ID;
import static dev.turnspan.semconv.TurnspanAttributes.TURN_ID;

import dev.turnspan.semconv.ValueRule;

/** Step ids of producers that only number their steps. */
final class StepIds {

  private static final String SEPARATOR = "#";

  private StepIds() {}

  /** Whether a rule gives only the second half of a step's id. */
  static boolean isPart(ValueRule rule) {
    return rule == ValueRule.STEP_INDEX || rule == ValueRule.STEP_NUMBER;
  }

  /** The half that a step's index, counted from 0, makes. */
  static String part(long index) {
    return SEPARATOR + index;
  }

  /** Puts the turn's id before the step's index; without a turn there is no id. */
  static void complete(Candidates facts) {
    String step = facts.get(STEP_ID);
    if (step != null && step.startsWith(SEPARATOR)) {
      String turn = facts.get(TURN_ID);
      facts.set(STEP_ID, turn == null ? null : turn + step);
    }
  }
}
