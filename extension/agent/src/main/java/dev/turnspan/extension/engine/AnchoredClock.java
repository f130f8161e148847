/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

/**
 * Monotonic time that can be told as wall time. Every turn is anchored once, so that an adjustment
 * of the wall clock cannot put a child before its parent.
 */
final class AnchoredClock {

  private final Clock clock;
  private final long anchorNanos;
  private final long anchorEpochNanos;

  AnchoredClock(Clock clock) {
    this.clock = clock;
    this.anchorNanos = clock.nanoTime();
    this.anchorEpochNanos = clock.epochNanos();
  }

  /** Monotonic nanoseconds. */
  long now() {
    return clock.nanoTime();
  }

  /** The wall time, in nanoseconds since the epoch, of a monotonic time. */
  long epochNanos(long nanos) {
    return anchorEpochNanos + (nanos - anchorNanos);
  }
}
