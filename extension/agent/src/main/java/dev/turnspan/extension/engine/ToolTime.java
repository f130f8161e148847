/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

/** Time spent in the tools of one step; tools that overlap count once. */
final class ToolTime {

  private int running;
  private int count;
  private long batchStartNanos;
  private long lastEndNanos = Long.MIN_VALUE;
  private long totalNanos;

  void started(long now) {
    if (running++ == 0) {
      batchStartNanos = now;
    }
    count++;
  }

  void ended(long now) {
    lastEndNanos = Math.max(lastEndNanos, now);
    if (--running == 0) {
      totalNanos += now - batchStartNanos;
    }
  }

  boolean isIdle() {
    return running == 0;
  }

  int count() {
    return count;
  }

  long lastEndNanos() {
    return lastEndNanos;
  }

  /** Wall time in milliseconds; -1 if no tool ran. */
  long millis() {
    return count == 0 ? -1 : Math.floorDiv(totalNanos, 1_000_000L);
  }
}
