/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

/** Delays in milliseconds: before the first delta and between deltas. */
record Pace(int toFirst, int between) {

  private static final int LONGEST_HANG = 60_000;
  private static final int SILENCE_BEFORE_CUT = 50;

  void pauseBeforeFirst() {
    sleep(toFirst);
  }

  void pauseBetween() {
    sleep(between);
  }

  /** The server cannot see a silent client go away, so there is an end to the silence. */
  static void hang() {
    sleep(LONGEST_HANG);
    throw new CutConnection("scripted silence is over");
  }

  /**
   * Some clients throw away what they have not read yet when the connection breaks. A moment of
   * silence lets them read all that was sent, so that they see the same each time.
   */
  static void cut() {
    sleep(SILENCE_BEFORE_CUT);
    throw new CutConnection("scripted cut");
  }

  private static void sleep(int millis) {
    if (millis == 0) {
      return;
    }
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CutConnection("the server is stopping");
    }
  }
}
