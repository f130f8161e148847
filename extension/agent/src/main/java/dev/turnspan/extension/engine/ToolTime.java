/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tools of one step: which ran, and the time spent in them; tools that overlap count once. */
final class ToolTime {

  private final List<Run> runs = new ArrayList<>(0);
  private int running;
  private int count;
  private long batchStartNanos;
  private long lastEndNanos = Long.MIN_VALUE;
  private long totalNanos;

  /**
   * A tool begins to run.
   *
   * @param id of the tool call, or null if it is not known
   */
  void started(String name, @Nullable String id, long now) {
    if (running++ == 0) {
      batchStartNanos = now;
    }
    count++;
    runs.add(new Run(name, id));
  }

  void ended(long now) {
    lastEndNanos = Math.max(lastEndNanos, now);
    if (--running == 0) {
      totalNanos += now - batchStartNanos;
    }
  }

  /** A tool that nobody saw ran in this time, whatever else did. */
  void inferred(long startNanos, long endNanos) {
    count++;
    lastEndNanos = Math.max(lastEndNanos, endNanos);
    totalNanos = Math.max(totalNanos, endNanos - startNanos);
  }

  /** Whether a run of this tool call was seen; one without an id is taken for one call only. */
  boolean saw(ToolCall call) {
    for (Run run : runs) {
      if (run.isOf(call)) {
        runs.remove(run);
        return true;
      }
    }
    return false;
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

  private record Run(String name, @Nullable String id) {

    boolean isOf(ToolCall call) {
      if (id == null || call.id() == null) {
        return name.equals(call.name());
      }
      return id.equals(call.id());
    }
  }
}
