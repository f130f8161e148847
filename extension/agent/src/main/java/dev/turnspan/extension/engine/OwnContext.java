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

  private final Context context;

  private OwnContext(Context context) {
    this.context = context;
  }

  /** What is under way in a context that code on this thread is in, or starts a span in. */
  public static OwnContext of(Context context) {
    return new OwnContext(CurrentContext.completed(context));
  }

  /** Whether a model call is open: what begins below it is the same call on a lower level. */
  public boolean isInCall() {
    ModelCall call = context.get(ModelCall.KEY);
    return call != null && call.isOpen();
  }

  /** The id of the tool call that runs, or the tool's name where it has none; null if none runs. */
  public @Nullable String tool() {
    OpenTool tool = context.get(OpenTool.KEY);
    return tool == null ? null : tool.id();
  }

  /**
   * How many steps the turn has begun so far; null where there is none. A unit that has opened no
   * turn yet has begun none.
   */
  public @Nullable IntSupplier steps() {
    FrameworkTurn unit = context.get(FrameworkTurn.KEY);
    if (unit != null) {
      return unit::stepCount;
    }
    OpenTurn turn = context.get(OpenTurn.KEY);
    return turn == null ? null : turn::stepCount;
  }

  /** A context that came with a request or message of a turn that another process has open. */
  public static Context in(Context context, TurnReference turn) {
    return context.with(RemoteTurn.KEY, new RemoteTurn(turn));
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
  static <T> Context without(Context context, ContextKey<T> key) {
    return context.with(key, null);
  }
}
