/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.extension.app.OptionalMethod;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;

/** Knows whether a model runs the tools itself, as those of 1.x do: then its call is a turn. */
final class ToolLoops {

  private static final String SWITCH = "getInternalToolExecutionEnabled";
  private static final OptionalMethod ENABLED =
      OptionalMethod.of(ToolCallingChatOptions.class, SWITCH);
  private static final OptionalMethod NAMES =
      OptionalMethod.of(ToolCallingChatOptions.class, "getToolNames");

  /** Since 2.0 it is the chat client that runs tools. */
  private static final boolean MODELS_LOOP = modelsLoop();

  private ToolLoops() {}

  /** Whether the model would run tools that this prompt, or the model itself, offers. */
  static boolean expected(ChatModel model, @Nullable Prompt prompt) {
    if (!MODELS_LOOP || prompt == null) {
      return false;
    }
    try {
      ChatOptions asked = prompt.getOptions();
      ChatOptions usual = model.getDefaultOptions();
      return !isOff(asked) && !isOff(usual) && (hasTools(asked) || hasTools(usual));
    } catch (Throwable t) {
      // Models are the application's own, too.
      return false;
    }
  }

  private static boolean isOff(@Nullable ChatOptions options) {
    return options instanceof ToolCallingChatOptions && ENABLED.call(options) == Boolean.FALSE;
  }

  private static boolean hasTools(@Nullable ChatOptions options) {
    return options instanceof ToolCallingChatOptions tools
        && (isFilled(tools.getToolCallbacks()) || isFilled(NAMES.call(tools)));
  }

  private static boolean isFilled(@Nullable Object tools) {
    return tools instanceof Collection<?> collection && !collection.isEmpty();
  }

  private static boolean modelsLoop() {
    try {
      ToolCallingChatOptions.class.getMethod(SWITCH);
      return true;
    } catch (NoSuchMethodException | LinkageError e) {
      return false;
    }
  }
}
