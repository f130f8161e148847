/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.ollama4j.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import dev.turnspan.extension.app.OptionalMethod;
import io.github.ollama4j.models.chat.OllamaChatRequest;
import io.github.ollama4j.tools.ToolRegistry;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What the advice on chats calls. */
public final class ChatTurns {

  private ChatTurns() {}

  /** A chat begins. Null without tools: then it is one request, like any other. */
  public static @Nullable Object start(
      @Nullable OllamaChatRequest request, @Nullable ToolRegistry registry) {
    if (request == null || registry == null || !hasTools(request, registry)) {
      return null;
    }
    Turn turn = Bridge.engine().startTurn();
    return new Begun(turn, turn.enter());
  }

  /** The chat returned or threw. */
  public static void returned(@Nullable Object begun, @Nullable Throwable thrown) {
    if (begun instanceof Begun chat) {
      chat.scope.close();
      if (thrown == null) {
        chat.turn.end();
      } else {
        chat.turn.fail(thrown);
      }
    }
  }

  /** Tools of its own, or those of the client; these a request could do without since 1.1. */
  private static boolean hasTools(OllamaChatRequest request, ToolRegistry registry) {
    return any(request, "getTools")
        || any(registry, "getRegisteredSpecs")
        || (any(registry, "getRegisteredTools") && wantsTools(request));
  }

  private static boolean wantsTools(OllamaChatRequest request) {
    return OptionalMethod.of(request.getClass(), "isUseTools").truth(request);
  }

  private static boolean any(Object owner, String getter) {
    return OptionalMethod.of(owner.getClass(), getter).call(owner) instanceof Collection<?> tools
        && !tools.isEmpty();
  }

  private record Begun(Turn turn, Scope scope) {}
}
