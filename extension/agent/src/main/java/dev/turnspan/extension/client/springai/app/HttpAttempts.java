/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.bridge.Attempt;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.NoopEngine;
import dev.turnspan.bridge.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What the advice on Spring's blocking HTTP client calls. Requests that are no model's pass
 * untouched.
 */
public final class HttpAttempts {

  private static final Property URI = new Property("getURI");
  private static final Property STATUS = new Property("getStatusCode", "value");

  private HttpAttempts() {}

  /** A blocking request is sent; the result goes to {@code returned}. */
  public static @Nullable Object start(Object request) {
    Call call = Bridge.engine().callFor(request);
    if (call == NoopEngine.CALL) {
      return null;
    }
    Attempt attempt = call.startAttempt();
    Object target = URI.of(request);
    if (target != null) {
      attempt.sentTo(target.toString());
    }
    return new Begun(attempt, attempt.enter());
  }

  /** The method returned or threw. */
  public static void returned(
      @Nullable Object begun, @Nullable Object response, @Nullable Throwable thrown) {
    if (!(begun instanceof Begun sent)) {
      return;
    }
    sent.scope.close();
    if (thrown != null) {
      sent.attempt.failed(thrown, 0);
      return;
    }
    long status = STATUS.number(response);
    if (status > 0) {
      sent.attempt.status((int) status);
    }
  }

  private record Begun(Attempt attempt, Scope scope) {}
}
