/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

/** Tokens as an answer counts them, put into the words of the contract; -1 where not reported. */
final class TokenCounts {

  private long input = -1;
  private long moreInput = -1;
  private long output = -1;
  private long cacheRead = -1;
  private long cacheWrite = -1;
  private long reasoning = -1;
  private long total = -1;

  /** The last report of a count wins: streams repeat them. */
  boolean note(Fact fact, long count) {
    switch (fact) {
      case INPUT -> input = count;
      case MORE_INPUT -> moreInput = count;
      case OUTPUT -> output = count;
      case CACHE_READ -> cacheRead = count;
      case CACHE_WRITE -> cacheWrite = count;
      case REASONING_TOKENS -> reasoning = count;
      case TOTAL -> total = count;
      default -> {
        return false;
      }
    }
    return true;
  }

  boolean areReported() {
    return input >= 0 || output >= 0 || reasoning >= 0;
  }

  /** The whole prompt. */
  long input(WireFormat format) {
    if (input < 0) {
      return input;
    }
    long cached = format.promptLeavesOutCache() ? orZero(cacheRead) + orZero(cacheWrite) : 0;
    return input + orZero(moreInput) + cached;
  }

  /** All that was generated. */
  long output(WireFormat format) {
    boolean provedByTotal = output >= 0 && total == orZero(input) + output + reasoning;
    return reasoning > 0 && (format.outputLeavesOutReasoning() || provedByTotal)
        ? orZero(output) + reasoning
        : output;
  }

  long cacheRead() {
    return cacheRead;
  }

  long cacheWrite() {
    return cacheWrite;
  }

  long reasoning() {
    return reasoning;
  }

  private static long orZero(long count) {
    return Math.max(count, 0);
  }
}
