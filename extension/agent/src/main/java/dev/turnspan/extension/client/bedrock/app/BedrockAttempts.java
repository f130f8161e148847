/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock.app;

import dev.turnspan.bridge.Attempt;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Scope;
import dev.turnspan.extension.app.ObservedFuture;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.Response;
import software.amazon.awssdk.core.internal.http.RequestExecutionContext;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.utils.Pair;

/** What the advice on the SDK's HTTP stages calls. */
public final class BedrockAttempts {

  private BedrockAttempts() {}

  /** A blocking attempt begins; null where it is none of a model call. */
  public static @Nullable Object start(
      SdkHttpFullRequest request, RequestExecutionContext context) {
    Begun begun = begin(context);
    if (begun != null) {
      begun.attempt.sentTo(request.getUri().toString());
    }
    return begun;
  }

  /** An asynchronous attempt begins, possibly before its request is signed. */
  @SuppressWarnings("FutureReturnValueIgnored") // Without the request there is no attempt.
  public static @Nullable Object start(
      CompletableFuture<SdkHttpFullRequest> request, RequestExecutionContext context) {
    Begun begun = begin(context);
    if (begun != null) {
      request.thenAccept(ready -> begun.attempt.sentTo(ready.getUri().toString()));
    }
    return begun;
  }

  /**
   * The context of an exchange is the same for all its attempts. Other requests pass here as well:
   * those of the services by which credentials are fetched, for instance.
   */
  private static @Nullable Begun begin(RequestExecutionContext context) {
    if (Operation.of(context.originalRequest()) == null) {
      return null;
    }
    Call call = Bridge.engine().callFor(context);
    Attempt attempt = call.startAttempt();
    return new Begun(call, attempt, attempt.enter());
  }

  /** The blocking method returned or threw. */
  public static void returned(
      @Nullable Object begun,
      @Nullable Pair<SdkHttpFullRequest, SdkHttpFullResponse> exchange,
      @Nullable Throwable thrown) {
    if (begun instanceof Begun attempt) {
      attempt.scope.close();
      if (thrown != null) {
        attempt.attempt.failed(thrown, 0);
      } else if (exchange != null) {
        attempt.attempt.status(exchange.right().statusCode());
      }
    }
  }

  /** The asynchronous method returned or threw. */
  @SuppressWarnings("unchecked") // Whatever the response's type, it is passed on.
  public static CompletableFuture<? extends Response<?>> issued(
      @Nullable Object begun,
      CompletableFuture<? extends Response<?>> future,
      @Nullable Throwable thrown) {
    if (!(begun instanceof Begun attempt)) {
      return future;
    }
    attempt.scope.close();
    if (thrown != null) {
      attempt.attempt.failed(thrown, 0);
      return future;
    }
    // What the SDK does next, a retry above all, comes after what is noted here.
    return ObservedFuture.of(
        (CompletableFuture<Response<?>>) future,
        attempt.call,
        attempt::answered,
        failure -> attempt.attempt.failed(failure, 0));
  }

  private record Begun(Call call, Attempt attempt, Scope scope) {

    Response<?> answered(Response<?> response) {
      if (response != null && response.httpResponse() != null) {
        attempt.status(response.httpResponse().statusCode());
      }
      return response;
    }
  }
}
