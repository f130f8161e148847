/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import com.anthropic.core.ClientOptions;
import com.anthropic.core.RequestOptions;
import com.anthropic.core.http.HttpResponseFor;
import com.anthropic.errors.AnthropicServiceException;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.Scope;
import dev.turnspan.extension.app.ObservedFuture;
import dev.turnspan.extension.app.OptionalMethod;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What the advice on the raw services calls. */
public final class AnthropicCalls {

  /** Since 2.72 an application may name its conversation for the library's own spans. */
  private static final OptionalMethod CONVERSATION =
      OptionalMethod.of(
          RequestOptions.class,
          VersionedNames.has(RequestOptions.class, "openTelemetry")
              ? "openTelemetry"
              : "getOpenTelemetry",
          "conversationId");

  /** Begins a call; the result goes to {@code returned}. Null where the endpoint is not known. */
  public static @Nullable Object start(
      Object params, Object requestOptions, String method, ClientOptions options) {
    Endpoint<?, ?> endpoint = Endpoint.of(params);
    if (endpoint == null) {
      return null;
    }
    boolean stream = method.equals("createStreaming");
    Call call =
        Bridge.engine()
            .startCall(
                new CallStart(
                        "chat",
                        "anthropic",
                        endpoint.model(),
                        stream,
                        BaseUrl.of(options),
                        conversation(requestOptions),
                        endpoint.results(),
                        endpoint::firstMessages)
                    .after(endpoint.previous()));
    endpoint.begun(call);
    return new Begun(call, call.enter(), endpoint, stream);
  }

  /** The conversation that the application named for a request; null where it did not. */
  static @Nullable String conversation(Object requestOptions) {
    return CONVERSATION.call(requestOptions) instanceof String conversation ? conversation : null;
  }

  /** The blocking method returned or threw. */
  public static HttpResponseFor<?> returned(
      @Nullable Object begun, HttpResponseFor<?> response, @Nullable Throwable thrown) {
    if (!(begun instanceof Begun call)) {
      return response;
    }
    call.scope.close();
    if (thrown != null) {
      call.failed(thrown);
      return response;
    }
    return call.observe(response);
  }

  /** The asynchronous method returned or threw. */
  @SuppressWarnings("unchecked") // The advice sits on methods that return this type.
  public static CompletableFuture<?> returned(
      @Nullable Object begun, CompletableFuture<?> future, @Nullable Throwable thrown) {
    if (!(begun instanceof Begun call)) {
      return future;
    }
    call.scope.close();
    if (thrown != null) {
      call.failed(thrown);
      return future;
    }
    return ObservedFuture.of(
        (CompletableFuture<HttpResponseFor<?>>) future, call.call, call::observe, call::failed);
  }

  /** The HTTP status that an exception of the library carries; 0 where it has none. */
  static int status(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof AnthropicServiceException service ? service.statusCode() : 0;
  }

  private record Begun(Call call, Scope scope, Endpoint<?, ?> endpoint, boolean stream) {

    void failed(Throwable failure) {
      call.fail(failure, status(failure));
    }

    HttpResponseFor<?> observe(HttpResponseFor<?> response) {
      ObservedResponse<?> observed = ObservedResponse.of(response, call, endpoint, stream);
      call.watch(observed);
      return observed;
    }
  }

  private AnthropicCalls() {}
}
