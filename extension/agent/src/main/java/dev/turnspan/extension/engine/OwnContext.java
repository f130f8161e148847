/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** What of ours is under way in a context, for those who judge the spans of others. */
public final class OwnContext {

  /** Whether a model call is open: what begins below it is the same call on a lower level. */
  public static boolean isInCall(Context context) {
    ModelCall call = context.get(ModelCall.KEY);
    return call != null && call.isOpen();
  }

  /** The id of the tool call that runs, or the tool's name where it has none; null if none runs. */
  public static @Nullable String tool(Context context) {
    OpenTool tool = context.get(OpenTool.KEY);
    return tool == null ? null : tool.id();
  }

  private OwnContext() {}
}
