/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What of ours is under way in a context, for those who judge the spans of others. */
public final class OwnContext {

  private static final List<ContextKey<?>> ALL =
      List.of(FrameworkTurn.KEY, FrameworkTurn.CURRENT, OpenTurn.KEY, OpenTool.KEY, ModelCall.KEY);

  /** Whether a model call is open: what begins below it is the same call on a lower level. */
  public static boolean isInCall(Context context) {
    ModelCall call = CurrentContext.completed(context).get(ModelCall.KEY);
    return call != null && call.isOpen();
  }

  /** The id of the tool call that runs, or the tool's name where it has none; null if none runs. */
  public static @Nullable String tool(Context context) {
    OpenTool tool = CurrentContext.completed(context).get(OpenTool.KEY);
    return tool == null ? null : tool.id();
  }

  /**
   * How many steps the turn of a context has begun so far; null where there is none. A unit that
   * has opened no turn yet has begun none.
   */
  public static @Nullable IntSupplier steps(Context context) {
    Context completed = CurrentContext.completed(context);
    FrameworkTurn unit = completed.get(FrameworkTurn.KEY);
    if (unit != null) {
      return unit::stepCount;
    }
    OpenTurn turn = completed.get(OpenTurn.KEY);
    return turn == null ? null : turn::stepCount;
  }

  /**
   * A context that is in no turn any more, without what is over. There are frameworks that leave
   * contexts behind on their threads: each turn would keep all that were there before it.
   */
  static Context withoutRemains(Context context) {
    Context clean = context;
    for (ContextKey<?> key : ALL) {
      if (clean.get(key) != null) {
        clean = without(clean, key);
      }
    }
    return clean;
  }

  @SuppressWarnings("NullAway") // A key without a value reads like one that is not there.
  private static <T> Context without(Context context, ContextKey<T> key) {
    return context.with(key, null);
  }

  private OwnContext() {}
}
