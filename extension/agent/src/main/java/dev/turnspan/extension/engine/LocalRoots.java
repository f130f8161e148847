/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** What the engine must know of spans that it did not write. */
public interface LocalRoots {

  /** Knows of no server span. */
  LocalRoots NONE =
      new LocalRoots() {
        @Override
        public @Nullable LocalRoot find(Context context) {
          return null;
        }

        @Override
        public void enclosesCall(Span span) {}
      };

  /** The open server or consumer span by which this process was entered; null if there is none. */
  @Nullable LocalRoot find(Context context);

  /** A call of ours starts inside this open span; if it describes the same call it must yield. */
  void enclosesCall(Span span);

  /**
   * A server or consumer span without a parent in this process.
   *
   * @param span the span
   * @param startEpochNanos when it started, nanoseconds since the epoch; -1 where the sampler
   *     dropped it and nobody knows
   */
  record LocalRoot(Span span, long startEpochNanos) {}
}
