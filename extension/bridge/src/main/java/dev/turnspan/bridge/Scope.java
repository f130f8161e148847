/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.bridge;

/** A context made current on a thread, until it is closed on the same thread. */
public interface Scope extends AutoCloseable {

  /** Changes nothing, restores nothing. */
  Scope NONE = () -> {};

  @Override
  void close();
}
