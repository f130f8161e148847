/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import java.io.IOException;

/** Plays a planned answer: its deltas, its delays and its fault. */
final class StreamPlayer {

  private final AnswerPlan plan;
  private final StreamFormat format;
  private final Garbage garbage;
  private boolean first = true;
  private boolean faultDone;
  private boolean over;
  private int contentDeltas;

  /** Sends something that is not what the client expects. */
  interface Garbage {
    void send() throws IOException;
  }

  StreamPlayer(AnswerPlan plan, StreamFormat format, EventStream events) {
    this(plan, format, () -> events.raw("{not json"));
  }

  StreamPlayer(AnswerPlan plan, StreamFormat format, Garbage garbage) {
    this.plan = plan;
    this.format = format;
    this.garbage = garbage;
    this.faultDone = plan.fault().kind() == Fault.Kind.NONE;
  }

  void play() throws IOException {
    format.opened();
    for (Part part : plan.parts()) {
      play(part);
      if (over) {
        return;
      }
    }
    // A fault that is due after more deltas than there are strikes before the end is reported.
    strike();
    if (!over) {
      format.finished();
    }
  }

  private void play(Part part) throws IOException {
    boolean open = false;
    for (String delta : part.deltas()) {
      if (contentDeltas >= plan.fault().after()) {
        strike();
      }
      if (over) {
        return;
      }
      pause();
      if (!open) {
        format.partOpened(part);
        open = true;
      }
      format.delta(part, delta);
      contentDeltas += part.kind() == Part.Kind.REASONING ? 0 : 1;
    }
    if (open) {
      format.partClosed(part);
    }
  }

  private void pause() {
    if (first) {
      plan.pace().pauseBeforeFirst();
    } else {
      plan.pace().pauseBetween();
    }
    first = false;
  }

  private void strike() throws IOException {
    if (faultDone) {
      return;
    }
    faultDone = true;
    switch (plan.fault().kind()) {
      case NONE -> {}
      case CUT -> Pace.cut();
      case MALFORMED -> garbage.send();
      case ERROR_EVENT -> {
        format.failed();
        over = true;
      }
      case HANG -> Pace.hang();
    }
  }
}
