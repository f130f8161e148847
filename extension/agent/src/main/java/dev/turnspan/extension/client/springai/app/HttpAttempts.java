/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.bridge.Attempt;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.NoopEngine;
import dev.turnspan.bridge.Scope;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the advice on Spring's HTTP clients calls. Requests that are no model's pass untouched. */
public final class HttpAttempts {

  private static final Property URI = new Property("getURI");
  private static final Property STATUS = new Property("getStatusCode", "value");
  private static final Property REACTIVE_URI = new Property("url");
  private static final Property REACTIVE_STATUS = new Property("statusCode", "value");

  private HttpAttempts() {}

  /** A blocking request is sent; the result goes to {@code returned}. */
  public static @Nullable Object start(Object request) {
    Attempt attempt = begin(request, URI);
    return attempt == null ? null : new Begun(attempt, attempt.enter());
  }

  /** The method returned or threw. */
  public static void returned(
      @Nullable Object begun, @Nullable Object response, @Nullable Throwable thrown) {
    if (begun instanceof Begun sent) {
      sent.scope.close();
      if (thrown != null) {
        sent.attempt.failed(thrown, 0);
      } else {
        status(sent.attempt, STATUS.number(response));
      }
    }
  }

  /** A request is about to be subscribed to. */
  public static @Nullable Mono<?> exchanged(Object request, @Nullable Mono<?> response) {
    Attempt attempt = response == null ? null : begin(request, REACTIVE_URI);
    return response == null || attempt == null ? response : observed(response, attempt);
  }

  private static <T> Mono<T> observed(Mono<T> response, Attempt attempt) {
    // Not entered: the agent's own span of the request is current, in the context of the call.
    return response
        .doOnNext(answer -> status(attempt, REACTIVE_STATUS.number(answer)))
        .doOnError(error -> attempt.failed(error, 0));
  }

  private static @Nullable Attempt begin(Object request, Property uri) {
    Call call = Bridge.engine().callFor(request);
    if (call == NoopEngine.CALL) {
      return null;
    }
    Attempt attempt = call.startAttempt();
    Object target = uri.of(request);
    if (target != null) {
      attempt.sentTo(target.toString());
    }
    return attempt;
  }

  private static void status(Attempt attempt, long status) {
    if (status > 0) {
      attempt.status((int) status);
    }
  }

  private record Begun(Attempt attempt, Scope scope) {}
}
