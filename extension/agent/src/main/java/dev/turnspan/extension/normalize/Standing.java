/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

/** How a span stands to what ended inside it, or around it, or beside it. */
enum Standing {
  /** Nothing else tells of it. */
  RECORD,
  /** It tells of a call, or of a turn of ours, that is counted elsewhere. */
  DUPLICATE,
  /** It sums up calls that are counted themselves. */
  SUM
}
