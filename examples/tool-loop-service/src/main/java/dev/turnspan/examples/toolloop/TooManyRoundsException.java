/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.toolloop;

/** The model asked for tools again and again. */
final class TooManyRoundsException extends Exception {

  private static final long serialVersionUID = 1;
}
