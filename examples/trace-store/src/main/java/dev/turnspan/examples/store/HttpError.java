/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

/** Ends the handling of a request with a status and a message for the caller. */
final class HttpError extends Exception {

  private static final long serialVersionUID = 1;

  private final int status;

  HttpError(int status, String message) {
    // Says what the caller did wrong; where in our code that was found is of no use.
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }

  String message() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
