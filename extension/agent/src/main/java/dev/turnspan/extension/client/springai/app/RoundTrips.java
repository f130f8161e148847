/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;

/** What the advice on the models' round trips calls. */
public final class RoundTrips {

  private RoundTrips() {}

  /**
   * A round trip begins; the result goes to {@code returned}.
   *
   * @param arguments the prompt, and in some models the answer of the round before
   */
  public static Object called(ChatModel model, @Nullable Object[] arguments) {
    Call call = Bridge.engine().startCall(start(model, arguments, /* stream= */ false));
    return new Begun(call, call.enter(), previous(arguments));
  }

  /**
   * The method returned or threw. After a loop the answer is that of another round, and too late.
   */
  public static void returned(
      @Nullable Object begun, @Nullable ChatResponse response, @Nullable Throwable thrown) {
    if (!(begun instanceof Begun call)) {
      return;
    }
    call.scope.close();
    if (thrown != null) {
      call.call.fail(thrown, 0);
      return;
    }
    if (response != null) {
      Answers.read(response, call.previous, call.call);
    }
    call.call.end();
  }

  /** A round trip is asked for, and begins when it is subscribed to. */
  public static @Nullable Flux<?> streamed(
      ChatModel model, @Nullable Object[] arguments, @Nullable Flux<?> answer) {
    if (answer == null) {
      return null;
    }
    ChatResponse previous = previous(arguments);
    CallStart start = start(model, arguments, /* stream= */ true);
    return CallWatch.of(answer, start, () -> new AnswerChunks(previous));
  }

  private static CallStart start(ChatModel model, @Nullable Object[] arguments, boolean stream) {
    Prompt prompt = arguments[0] instanceof Prompt given ? given : null;
    return new CallStart("chat", Vendors.of(model), modelName(model, prompt), stream, null, null);
  }

  private static @Nullable String modelName(ChatModel model, @Nullable Prompt prompt) {
    try {
      ChatOptions asked = prompt == null ? null : prompt.getOptions();
      String name = asked == null ? null : asked.getModel();
      ChatOptions usual = name == null ? model.getDefaultOptions() : null;
      return usual == null ? name : usual.getModel();
    } catch (Throwable t) {
      // Models are the application's own, too.
      return null;
    }
  }

  private static @Nullable ChatResponse previous(@Nullable Object[] arguments) {
    return arguments.length > 1 && arguments[1] instanceof ChatResponse answer ? answer : null;
  }

  private record Begun(Call call, Scope scope, @Nullable ChatResponse previous) {}
}
