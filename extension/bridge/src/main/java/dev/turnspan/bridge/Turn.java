/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.bridge;

import org.jspecify.annotations.Nullable;

/**
 * A framework's unit of work, from the user's message to the final answer. Its span opens with the
 * first thing that happens in it, so that a unit that calls no model leaves no trace. No method
 * throws.
 */
public interface Turn {

  /** Makes the turn current. */
  Scope enter();

  /**
   * Says that this is a unit for sure. Opens nothing yet, but a unit that fails is then shown even
   * if it came to nothing.
   *
   * @param conversationId the framework's memory or session id, or null where it has none
   */
  void identify(@Nullable String conversationId);

  /**
   * The unit goes on after its first method has returned, and the end is told from elsewhere. If
   * that never comes the turn is given up after the idle timeout.
   */
  void detach();

  /** The unit has its answer. */
  void end();

  /** The application cancelled the unit. */
  void abort();

  /**
   * The unit failed. After {@link #detach()} this is ignored while an answer is still coming in:
   * then it was only a listener of the application that failed.
   */
  void fail(Throwable error);

  /**
   * The framework gave the unit up, because it has taken as many steps as it may.
   *
   * @param error what the application gets; null where it gets the last answer. If that asks for no
   *     tools it is the final one, and the unit has ended like any other.
   */
  void exhausted(@Nullable Throwable error);
}
