/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.bridge;

/** One run of a tool that a model asked for. No method throws. */
public interface ToolRun {

  /** Makes the tool's span current. */
  Scope enter();

  /** Makes the context current in which the tool was called, for callbacks with its result. */
  Scope callerContext();

  /**
   * The tool returned.
   *
   * @param contentLength characters of its result, or -1 where unknown
   * @param error whether the result says that the tool failed
   */
  void end(long contentLength, boolean error);

  /** The tool threw. */
  void fail(Throwable error);
}
