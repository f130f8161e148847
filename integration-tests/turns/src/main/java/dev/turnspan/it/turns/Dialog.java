/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import java.util.List;

/** One exchange with a model, whatever library is used for it. Not thread-safe, like theirs. */
interface Dialog {

  /** Asks, and returns the tools that the model asks for; none: it has answered. */
  List<ToolCall> ask() throws Exception;

  /** Adds the result of a tool to the next request. */
  void result(ToolCall call, String text);

  /** A tool that the model asks for. */
  record ToolCall(String id, String name) {}

  /** A way of calling. */
  @FunctionalInterface
  interface Way {

    /** Begins a dialog with a model. */
    Dialog open(String model);
  }
}
