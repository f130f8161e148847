/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

/**
 * Thrown out of the HTTP handler to end the connection in the middle of a body. The JDK's server
 * writes the terminating chunk whenever an exchange is closed, but drops the connection when its
 * handler throws: the client sees a premature end.
 */
final class CutConnection extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CutConnection(String reason) {
    super(reason, null, false, false);
  }
}
