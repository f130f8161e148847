/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

/**
 * Tokens as a provider reported them; -1 where it did not. Absent is not zero: a sum has a figure
 * if any operand has it.
 *
 * @param input the whole prompt, cached tokens included
 * @param output generated tokens, reasoning included
 * @param cacheRead subset of input
 * @param cacheWrite subset of input
 * @param reasoning subset of output
 */
record Usage(long input, long output, long cacheRead, long cacheWrite, long reasoning) {

  static final Usage NONE = new Usage(-1, -1, -1, -1, -1);

  boolean isReported() {
    return input >= 0 || output >= 0;
  }

  /**
   * What a hook on a lower level told, or else what one above it did: a framework may know less of
   * it, or a sum over several requests.
   */
  Usage orElse(Usage above) {
    return isReported() ? this : above;
  }

  Usage plus(Usage other) {
    return new Usage(
        sum(input, other.input),
        sum(output, other.output),
        sum(cacheRead, other.cacheRead),
        sum(cacheWrite, other.cacheWrite),
        sum(reasoning, other.reasoning));
  }

  /** Sum of two figures of which either may be absent (-1). */
  static long sum(long a, long b) {
    if (a < 0) {
      return b;
    }
    return b < 0 ? a : a + b;
  }
}
