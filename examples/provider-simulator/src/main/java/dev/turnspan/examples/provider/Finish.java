/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

/** How an answer ends. */
enum Finish {
  STOP,
  LENGTH,
  FILTER,
  REFUSAL,
  FAILED,
  /** No end is reported. */
  NONE
}
