/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;

/** What the advice on the models calls. */
public final class ModelCalls {

  /** The names of the methods of a class, by which a round trip is known that has its own hook. */
  private static final ClassValue<Set<String>> METHODS =
      new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
          Set<String> names = new HashSet<>();
          for (Method method : type.getDeclaredMethods()) {
            names.add(method.getName());
          }
          return names;
        }
      };

  private ModelCalls() {}

  /**
   * A model is asked for a whole answer; the result goes to {@code returned}.
   *
   * @param owner the class that has the method
   */
  public static Object called(ChatModel model, @Nullable Prompt prompt, Class<?> owner) {
    Turn loop = ToolLoops.expected(model, prompt) ? Bridge.engine().startTurn() : null;
    Scope scope = loop == null ? Scope.NONE : loop.enter();
    boolean below = METHODS.get(owner).contains("internalCall");
    return new Begun(loop, scope, below ? null : RoundTrips.called(model, new Object[] {prompt}));
  }

  /** The method returned or threw. */
  public static void returned(
      @Nullable Object begun, @Nullable ChatResponse response, @Nullable Throwable thrown) {
    if (!(begun instanceof Begun call)) {
      return;
    }
    RoundTrips.returned(call.roundTrip, response, thrown);
    call.scope.close();
    if (call.loop != null) {
      if (thrown == null) {
        call.loop.end();
      } else {
        call.loop.fail(thrown);
      }
    }
  }

  /** A model is asked for a stream, which nobody has subscribed to yet. */
  public static @Nullable Flux<?> streamed(
      ChatModel model, @Nullable Prompt prompt, Class<?> owner, @Nullable Flux<?> answer) {
    Flux<?> observed =
        METHODS.get(owner).contains("internalStream")
            ? answer
            : RoundTrips.streamed(model, new Object[] {prompt}, answer);
    return observed != null && ToolLoops.expected(model, prompt)
        ? TurnWatch.of(observed, () -> null, /* forSure= */ false)
        : observed;
  }

  private record Begun(@Nullable Turn loop, Scope scope, @Nullable Object roundTrip) {}
}
