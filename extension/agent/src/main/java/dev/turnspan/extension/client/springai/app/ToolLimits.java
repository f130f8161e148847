/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.bridge.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.model.tool.ToolCallingManager;

/**
 * Knows when no more tools may be called, which is limited since 2.0. The exception for it becomes
 * the chat client's answer, unless advisors of the application's own run the tools.
 */
final class ToolLimits {

  private static final String EXCEPTION =
      "org.springframework.ai.model.tool.ToolCallLimitExceededException";
  private static final String FINISH_REASON = "toolCallLimitExceeded";
  private static final boolean EXIST = exist();
  private static final Property REASON =
      new Property("chatResponse", "getResult", "getMetadata", "getFinishReason");

  private ToolLimits() {}

  /** Whether an answer of the chat client says so. */
  static boolean reached(@Nullable Object answer) {
    return EXIST && FINISH_REASON.equals(REASON.of(answer));
  }

  /** The turn failed, maybe therefore. */
  static void fail(Turn turn, Throwable error) {
    if (error.getClass().getName().equals(EXCEPTION)) {
      turn.exhausted(error);
    } else {
      turn.fail(error);
    }
  }

  private static boolean exist() {
    try {
      Class.forName(EXCEPTION, false, ToolCallingManager.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
