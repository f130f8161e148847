/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import java.time.Instant;

/** Time, replaceable in tests. */
public interface Clock {

  /** The clocks of this machine. */
  Clock SYSTEM =
      new Clock() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public long epochNanos() {
          Instant now = Instant.now();
          return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }
      };

  /** Monotonic nanoseconds from an arbitrary origin. */
  long nanoTime();

  /** Wall clock, nanoseconds since 1970-01-01T00:00Z. */
  long epochNanos();
}
