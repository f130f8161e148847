/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import com.anthropic.core.http.HttpResponse;
import dev.turnspan.bridge.Attempt;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Scope;
import dev.turnspan.extension.app.ObservedFuture;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the advice on the HTTP client calls. */
public final class AnthropicAttempts {

  /** An attempt begins. The options are the library's own copy, the same for all attempts. */
  public static Object start(Object options) {
    Call call = Bridge.engine().callFor(options);
    Attempt attempt = call.startAttempt();
    return new Begun(call, attempt, attempt.enter());
  }

  /** The blocking method returned or threw. */
  public static void returned(
      @Nullable Object begun, @Nullable HttpResponse response, @Nullable Throwable thrown) {
    if (begun instanceof Begun attempt) {
      attempt.scope.close();
      if (thrown != null) {
        attempt.attempt.failed(thrown, 0);
      } else if (response != null) {
        attempt.attempt.status(response.statusCode());
      }
    }
  }

  /** The asynchronous method returned or threw. */
  public static CompletableFuture<HttpResponse> returned(
      @Nullable Object begun, CompletableFuture<HttpResponse> future, @Nullable Throwable thrown) {
    if (!(begun instanceof Begun attempt)) {
      return future;
    }
    attempt.scope.close();
    if (thrown != null) {
      attempt.attempt.failed(thrown, 0);
      return future;
    }
    // What the library does next, a retry above all, comes after what is noted here.
    return ObservedFuture.of(
        future, attempt.call, attempt::status, failure -> attempt.attempt.failed(failure, 0));
  }

  private record Begun(Call call, Attempt attempt, Scope scope) {

    HttpResponse status(HttpResponse response) {
      attempt.status(response.statusCode());
      return response;
    }
  }

  private AnthropicAttempts() {}
}
