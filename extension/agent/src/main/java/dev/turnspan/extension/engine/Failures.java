/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The border at which failures of our own stop. The application never sees them; the log sees the
 * first one and then every thousandth.
 */
public final class Failures {

  private static final Logger LOGGER = Logger.getLogger("dev.turnspan");
  private static final AtomicLong COUNT = new AtomicLong();

  private Failures() {}

  /** Runs something of ours; what it throws is noted and goes no further. */
  public static void guard(Runnable work) {
    try {
      work.run();
    } catch (Throwable t) {
      note(t);
    }
  }

  /** The same for something that has a result, with what to answer if it fails. */
  public static <T> T guard(Supplier<T> work, T fallback) {
    try {
      return work.get();
    } catch (Throwable t) {
      note(t);
      return fallback;
    }
  }

  /** Counts a failure of our own and logs it now and then. Never throws. */
  public static void note(Throwable failure) {
    try {
      long count = COUNT.incrementAndGet();
      if (count == 1 || count % 1000 == 0) {
        LOGGER.log(
            Level.WARNING,
            "Turnspan failed (" + count + " times so far); the application is not affected",
            failure);
      }
    } catch (Throwable ignored) {
      // A logger that throws must not reach the application either.
    }
  }
}
