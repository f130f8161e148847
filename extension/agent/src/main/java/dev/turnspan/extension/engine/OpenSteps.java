/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The steps of a turn that are open. Guarded by the turn's monitor. */
final class OpenSteps {

  private final List<OpenStep> steps = new ArrayList<>(1);

  void add(OpenStep step) {
    steps.add(step);
  }

  void end(OpenStep step, long now) {
    steps.remove(step);
    step.end(now);
  }

  /**
   * Another step begins: ends those that have their answers and their tools.
   *
   * @param awaited whether the results of a step's tools may still come
   */
  void endIdle(long now, Predicate<OpenStep> awaited) {
    for (OpenStep step : List.copyOf(steps)) {
      if (step.isIdle() && awaited.test(step)) {
        step.passedBy(now);
      } else if (step.isIdle()) {
        end(step, now);
      }
    }
  }

  /** Nothing more comes: ends those that have their answers and their tools. */
  void endIdle(long now) {
    for (OpenStep step : List.copyOf(steps)) {
      if (step.isIdle()) {
        end(step, step.endWithoutResults(now));
      }
    }
  }

  /**
   * The step that a tool which starts now belongs to: the latest one that has its answer; else the
   * latest one, whose tools may start while the answer still comes in.
   */
  @Nullable OpenStep ofTool() {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).isAnswered()) {
        return steps.get(i);
      }
    }
    return steps.isEmpty() ? null : steps.get(steps.size() - 1);
  }
}
