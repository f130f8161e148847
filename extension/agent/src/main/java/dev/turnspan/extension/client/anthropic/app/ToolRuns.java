/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import com.anthropic.models.beta.messages.BetaToolResultBlockParam;
import com.anthropic.models.beta.messages.BetaToolUseBlockParam;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.ToolRun;
import org.jspecify.annotations.Nullable;

/** What the advice on the tools of a tool runner calls. */
public final class ToolRuns {

  /** A tool begins to run; the result goes to {@code returned}. */
  public static Object start(BetaToolUseBlockParam use) {
    String name = Fields.known(use._name());
    ToolRun run =
        Bridge.engine().startTool(name == null ? "" : name, Fields.<String>known(use._id()));
    return new Begun(run, run.enter());
  }

  /** The tool returned, or something threw that is not the tool: its failures are results. */
  public static void returned(
      @Nullable Object begun,
      @Nullable BetaToolResultBlockParam result,
      @Nullable Throwable thrown) {
    if (!(begun instanceof Begun tool)) {
      return;
    }
    tool.scope.close();
    if (thrown != null) {
      tool.run.fail(thrown);
    } else {
      tool.run.end(length(result), isError(result));
    }
  }

  private static long length(@Nullable BetaToolResultBlockParam result) {
    BetaToolResultBlockParam.Content content =
        result == null ? null : Fields.known(result._content());
    return content != null && content.isString() ? content.asString().length() : -1;
  }

  private static boolean isError(@Nullable BetaToolResultBlockParam result) {
    return result != null && Boolean.TRUE.equals(Fields.known(result._isError()));
  }

  private record Begun(ToolRun run, Scope scope) {}

  private ToolRuns() {}
}
