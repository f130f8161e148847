/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

/** Is told what stands in a body. */
interface FactListener {

  /**
   * A fact that the table names was found. Null, and strings and numbers that cannot be read, are
   * never found.
   *
   * @param value valid during the call only
   */
  void found(Fact fact, JsonValue value);

  /** An object that the table wants the end of is complete. */
  void ended(Fact fact);

  /** An event, or a body that is one event, is complete. */
  void complete();

  /** An event broke off, or is no JSON: what was found in it since the last event is not whole. */
  void broken();
}
