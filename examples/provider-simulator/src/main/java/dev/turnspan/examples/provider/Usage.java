/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

/** Reported tokens; {@code cacheWrite} is negative when nothing is known about it. */
record Usage(int input, int cached, int cacheWrite, int output, int reasoning, Rule rule) {

  /** When usage is reported. */
  enum Rule {
    NEVER,
    /** In streams of chat completions only when the request asks for it, else always. */
    BY_DEFAULT,
    ALWAYS
  }

  int total() {
    return input + output;
  }

  boolean reported() {
    return rule != Rule.NEVER;
  }

  boolean reportedInChatStream(boolean requested) {
    return rule == Rule.ALWAYS || (rule == Rule.BY_DEFAULT && requested);
  }
}
