/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.ollama4j.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.ToolRun;
import io.github.ollama4j.tools.ToolFunction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a tool. Equal to what it runs, since tools compare their functions. */
final class ObservedTool implements ToolFunction {

  private final String name;
  private final ToolFunction function;

  ObservedTool(String name, ToolFunction function) {
    this.name = name;
    this.function = function;
  }

  @Override
  public Object apply(Map<String, Object> arguments) {
    ToolRun run = Bridge.engine().startTool(name, null);
    Scope scope = run.enter();
    Object result;
    try {
      result = function.apply(arguments);
    } catch (Throwable t) {
      scope.close();
      run.fail(t);
      throw t;
    }
    scope.close();
    run.end(result instanceof CharSequence text ? text.length() : -1, /* error= */ false);
    return result;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return function.equals(other instanceof ObservedTool tool ? tool.function : other);
  }

  @Override
  public int hashCode() {
    return function.hashCode();
  }

  @Override
  public String toString() {
    return function.toString();
  }
}
