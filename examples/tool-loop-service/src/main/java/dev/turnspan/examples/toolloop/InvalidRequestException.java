/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.toolloop;

import org.jspecify.annotations.Nullable;

/** The caller's fault; the message is fit for the caller. */
final class InvalidRequestException extends Exception {

  private static final long serialVersionUID = 1;

  InvalidRequestException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
