/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j.app;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.ToolRun;
import org.jspecify.annotations.Nullable;

/** What the advice on tools calls. */
public final class ToolRuns {

  /** Since 1.6 a tool's result may be an object that holds the text. */
  private static final Accessor RESULT_TEXT = new Accessor("resultText");

  private static final Accessor IS_ERROR = new Accessor("isError");

  private ToolRuns() {}

  /** A tool begins to run; the result goes to {@code returned}. */
  public static Object start(ToolExecutionRequest request) {
    String id = request.id();
    ToolRun run = Bridge.engine().startTool(request.name(), id == null || id.isEmpty() ? null : id);
    return new Begun(run, run.enter());
  }

  /** The tool returned or threw. */
  public static void returned(
      @Nullable Object begun, @Nullable Object result, @Nullable Throwable thrown) {
    if (!(begun instanceof Begun tool)) {
      return;
    }
    tool.scope.close();
    if (thrown != null) {
      tool.run.fail(thrown);
      return;
    }
    Object text = result instanceof String ? result : RESULT_TEXT.call(result);
    long length = text instanceof String string ? string.length() : -1;
    tool.run.end(length, IS_ERROR.call(result) == Boolean.TRUE);
  }

  private record Begun(ToolRun run, Scope scope) {}
}
