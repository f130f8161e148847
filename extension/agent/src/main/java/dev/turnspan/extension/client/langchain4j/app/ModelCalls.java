/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j.app;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.Scope;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the advice on the chat models calls. */
public final class ModelCalls {

  private ModelCalls() {}

  /** A blocking call begins; the result goes to {@code returned}. */
  public static Object start(ChatModel model, ChatRequest request) {
    return begin(model::provider, model::defaultRequestParameters, request, /* stream= */ false);
  }

  /** The blocking method returned or threw. */
  public static void returned(
      @Nullable Object begun, @Nullable ChatResponse response, @Nullable Throwable thrown) {
    if (!(begun instanceof Begun call)) {
      return;
    }
    call.scope.close();
    if (thrown != null) {
      call.call.fail(thrown, HttpFailures.status(thrown));
      return;
    }
    if (response != null) {
      Answers.read(response, call.call);
    }
    call.call.end();
  }

  /**
   * A stream is asked for; the result goes to {@code issued}.
   *
   * @return the handler to use in place of the given one, and what has begun; null if there is no
   *     handler
   */
  public static Object @Nullable [] start(
      StreamingChatModel model,
      ChatRequest request,
      @Nullable StreamingChatResponseHandler handler) {
    if (handler == null) {
      return null;
    }
    Begun begun =
        begin(model::provider, model::defaultRequestParameters, request, /* stream= */ true);
    return new Object[] {ObservedHandler.of(handler, begun.call), begun};
  }

  /** The method that asks for a stream returned, with the stream still to come, or threw. */
  public static void issued(Object @Nullable [] started, @Nullable Throwable thrown) {
    if (started != null && started[1] instanceof Begun call) {
      call.scope.close();
      if (thrown != null) {
        call.call.fail(thrown, HttpFailures.status(thrown));
      }
    }
  }

  /** The application breaks off the stream with this handle. */
  public static void cancelled(Object handle) {
    Bridge.engine().callFor(handle).abort();
  }

  private static Begun begin(
      Supplier<@Nullable ModelProvider> provider,
      Supplier<@Nullable ChatRequestParameters> defaults,
      ChatRequest request,
      boolean stream) {
    ModelProvider known = orNull(provider);
    ChatRequestParameters parameters = request.parameters();
    String name = parameters == null ? null : parameters.modelName();
    if (name == null) {
      ChatRequestParameters fallback = orNull(defaults);
      name = fallback == null ? null : fallback.modelName();
    }
    Call call =
        Bridge.engine()
            .startCall(
                new CallStart(
                    "chat",
                    known == null ? null : known.name(),
                    name,
                    stream,
                    null,
                    null,
                    BroughtResults.in(request.messages()),
                    null));
    return new Begun(call, call.enter());
  }

  /**
   * Models are the application's own, too: what they throw here they must not throw because of us.
   */
  private static <T> @Nullable T orNull(Supplier<@Nullable T> question) {
    try {
      return question.get();
    } catch (Throwable t) {
      return null;
    }
  }

  private record Begun(Call call, Scope scope) {}
}
