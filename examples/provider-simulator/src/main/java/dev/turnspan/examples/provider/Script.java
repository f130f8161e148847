/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import java.util.List;

/** The meaning of a model name that is a script. */
record Script(
    Pace pace,
    int words,
    int reasoning,
    ToolUse toolUse,
    List<Failure> failures,
    Finish finish,
    Fault fault,
    Tokens tokens) {

  static final String PREFIX = "sim";

  /** {@code calls} parallel calls in each of the first {@code rounds} rounds. */
  record ToolUse(int calls, int rounds) {}

  /** The HTTP status of the next {@code requests} requests. */
  record Failure(int status, int requests) {}

  /** The part of the usage that does not follow from the answer. */
  record Tokens(int input, int cached, int cacheWrite, Usage.Rule rule) {}

  static boolean isScript(String model) {
    return model.startsWith(PREFIX);
  }

  /** Throws the scripted failure of the {@code number}th request, if there is one. */
  void refuse(int number, String authorization) throws ApiError {
    long failing = 0;
    for (Failure failure : failures) {
      failing += failure.requests();
      if (number <= failing) {
        throw ApiError.scriptedStatus(failure.status(), authorization);
      }
    }
  }
}
