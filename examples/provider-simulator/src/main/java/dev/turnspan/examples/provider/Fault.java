/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

/** What goes wrong in an answer once {@code after} content deltas are sent. */
record Fault(Kind kind, int after) {

  enum Kind {
    NONE,
    CUT,
    MALFORMED,
    ERROR_EVENT,
    HANG
  }

  static final Fault NONE = new Fault(Kind.NONE, 0);
}
