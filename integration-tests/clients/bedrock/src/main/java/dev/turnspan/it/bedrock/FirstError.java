/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.bedrock;

import dev.turnspan.it.program.Observation;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The SDK tells a handler of one failure up to two times from different threads. In which order,
 * and whether before the future fails, is chance: only that it does is noted.
 */
final class FirstError implements Consumer<Throwable> {

  private final Observation seen;
  private final AtomicBoolean told = new AtomicBoolean();

  FirstError(Observation seen) {
    this.seen = seen;
  }

  @Override
  public void accept(Throwable failure) {
    if (told.compareAndSet(false, true)) {
      seen.value("error", true);
    }
  }
}
