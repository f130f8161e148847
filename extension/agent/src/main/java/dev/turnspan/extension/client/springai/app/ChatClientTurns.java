/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** What the advice on the chat client calls. */
public final class ChatClientTurns {

  private static final Property CONTEXT = new Property("context");
  private static final String CONVERSATION_ID = "chat_memory_conversation_id";

  /** The library's word for "no conversation was named". */
  private static final String NO_CONVERSATION = "default";

  private ChatClientTurns() {}

  /** The client is asked for a whole answer; the result goes to {@code returned}. */
  public static Object called(Object request) {
    Turn turn = Bridge.engine().startTurn();
    turn.identify(conversation(request));
    return new Begun(turn, turn.enter());
  }

  /** The method returned or threw. */
  public static void returned(
      @Nullable Object begun, @Nullable Object answer, @Nullable Throwable thrown) {
    if (begun instanceof Begun client) {
      client.scope.close();
      if (thrown != null) {
        ToolLimits.fail(client.turn, thrown);
      } else if (ToolLimits.reached(answer)) {
        client.turn.exhausted(null);
      } else {
        client.turn.end();
      }
    }
  }

  /** The client is asked for a stream, which nobody has subscribed to yet. */
  public static Flux<?> streamed(Object request, Flux<?> answer) {
    return TurnWatch.of(answer, () -> conversation(request), /* forSure= */ true);
  }

  /** A memory says which conversation it goes on with. */
  public static void remembered(@Nullable String conversation) {
    if (conversation != null && !conversation.equals(NO_CONVERSATION)) {
      Bridge.engine().currentTurn().identify(conversation);
    }
  }

  private static @Nullable String conversation(Object request) {
    try {
      Object id = CONTEXT.of(request) instanceof Map<?, ?> map ? map.get(CONVERSATION_ID) : null;
      return id == null || id.equals(NO_CONVERSATION) ? null : id.toString();
    } catch (Throwable t) {
      // The application's own classes.
      return null;
    }
  }

  private record Begun(Turn turn, Scope scope) {}
}
