/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.ToolRun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage.ToolCall;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.tool.ToolCallback;

/** What the advice on tools calls. */
public final class ToolRuns {

  private ToolRuns() {}

  /**
   * The tools that an answer asked for are about to run, until {@code done}. Where the model runs
   * them itself, from inside its round trip, that is over now.
   */
  public static @Nullable Object expect(@Nullable ChatResponse response) {
    if (response == null) {
      return null;
    }
    Call call = Bridge.engine().callFor(response);
    Answers.readRound(response, call);
    call.end();
    List<ToolCall> requested = requested(response);
    String[] names = new String[requested.size()];
    String[] ids = new String[requested.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = requested.get(i).name();
      ids[i] = requested.get(i).id();
    }
    return Bridge.engine().expectTools(names, ids);
  }

  /** The tools have run. */
  public static void done(@Nullable Object scope) {
    if (scope instanceof Scope open) {
      open.close();
    }
  }

  /** A tool begins to run; the result goes to {@code returned}. */
  public static @Nullable Object start(ToolCallback tool) {
    String name = tool.getToolDefinition().name();
    ToolRun run = Bridge.engine().startTool(name == null ? "unknown" : name, null);
    return new Begun(run, run.enter());
  }

  /** The tool returned or threw. */
  public static void returned(
      @Nullable Object begun, @Nullable String result, @Nullable Throwable thrown) {
    if (!(begun instanceof Begun tool)) {
      return;
    }
    tool.scope.close();
    if (thrown != null) {
      tool.run.fail(thrown);
    } else {
      tool.run.end(result == null ? -1 : result.length(), false);
    }
  }

  private static List<ToolCall> requested(ChatResponse response) {
    for (Generation generation : response.getResults()) {
      if (Answers.tools(generation) > 0) {
        return generation.getOutput().getToolCalls();
      }
    }
    return List.of();
  }

  private record Begun(ToolRun run, Scope scope) {}
}
