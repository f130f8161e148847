/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.quarkus;

import io.quarkus.bootstrap.runner.QuarkusEntryPoint;

/** What the command line names: hands over to the packaged application on the class path. */
public final class QuarkusProgram {

  private QuarkusProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Throwable {
    QuarkusEntryPoint.main(args);
  }
}
