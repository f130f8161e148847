/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googleadk.app;

import com.google.adk.tools.BaseTool;
import com.google.adk.tools.ToolContext;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.ToolRun;
import io.reactivex.rxjava3.core.Single;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the advice on tools calls. */
public final class AdkTools {

  private AdkTools() {}

  /** A tool begins to run; the result goes to {@code returned}. */
  public static @Nullable Object start(BaseTool tool, @Nullable ToolContext context) {
    String name = tool.name();
    if (name == null || context == null) {
      return null;
    }
    String id = context.functionCallId().orElse("");
    ToolRun run = Bridge.engine().startTool(name, id.isEmpty() ? null : id);
    return new Begun(run, run.enter());
  }

  /** The tool says what it does, or has done it already; or it threw. */
  public static @Nullable Single<?> returned(
      @Nullable Object begun, @Nullable Single<?> result, @Nullable Throwable thrown) {
    if (!(begun instanceof Begun tool)) {
      return result;
    }
    tool.scope.close();
    if (thrown != null) {
      tool.run.fail(thrown);
    }
    return result == null ? null : new ObservedResult<>(result, tool.run);
  }

  /** The tool has its result. */
  static void end(ToolRun run, @Nullable Object result) {
    // What the library, and by its advice other tools, answer the model with after an exception.
    boolean error = result instanceof Map<?, ?> map && "error".equals(map.get("status"));
    run.end(-1, error);
  }

  private record Begun(ToolRun run, Scope scope) {}
}
