/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.program;

/** Ordinary application code that uses a client library, and says what it saw. */
@FunctionalInterface
public interface Scenario {

  /**
   * Runs to the end.
   *
   * @throws Exception what the library threw and the scenario did not expect; it is noted like
   *     anything else that the application sees
   */
  void run(Observation seen) throws Exception;
}
