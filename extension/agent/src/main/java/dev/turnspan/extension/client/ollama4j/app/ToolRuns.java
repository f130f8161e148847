/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.ollama4j.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.NoopEngine;
import dev.turnspan.extension.app.OptionalMethod;
import io.github.ollama4j.tools.ToolFunction;
import org.jspecify.annotations.Nullable;

/** What the advice on tools calls. */
public final class ToolRuns {

  private ToolRuns() {}

  /** Somebody asks for the function of a tool; within a turn that is to run it. */
  public static @Nullable ToolFunction observed(
      @Nullable String name, @Nullable ToolFunction function) {
    if (name == null || function == null || function instanceof ObservedTool) {
      return function;
    }
    return Bridge.engine().currentTurn() == NoopEngine.TURN
        ? function
        : new ObservedTool(name, function);
  }

  /** The same, where the tool itself is asked. */
  public static @Nullable ToolFunction observedOf(Object tool, @Nullable ToolFunction function) {
    Object name = OptionalMethod.of(tool.getClass(), "getToolSpec", "getName").call(tool);
    return observed(name instanceof String known ? known : null, function);
  }
}
