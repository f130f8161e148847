/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.bridge.Attempt;
import dev.turnspan.bridge.Scope;
import io.opentelemetry.context.ContextKey;

/**
 * The border through which a transport hook reports one attempt. A transport may wrap another one:
 * then the inner one reports in its place.
 */
final class WireAttempt implements Attempt {

  /** The attempt that a transport is at work on. */
  static final ContextKey<WireAttempt> KEY = ContextKey.named("turnspan-attempt");

  private final ModelCall call;
  private final ProviderRequest request;
  private boolean handedDown;

  WireAttempt(ModelCall call, ProviderRequest request) {
    this.call = call;
    this.request = request;
  }

  @Override
  public Scope enter() {
    return Failures.guard(
        () -> CurrentContext.enter(call.requestContext().with(KEY, this)), Scope.NONE);
  }

  boolean isOf(ModelCall other) {
    return call == other;
  }

  /**
   * Whether what begins now within this attempt is this attempt, seen further below. A second one
   * is a retry of the wrapper's own.
   */
  boolean handDown(ModelCall lower) {
    boolean first = call == lower && !handedDown && !request.isAnswered();
    handedDown |= first;
    return first;
  }

  @Override
  public void sentTo(String url) {
    note(() -> request.sentTo(url));
  }

  @Override
  public void status(int code) {
    note(() -> request.status(code));
  }

  @Override
  public void failed(Throwable error, int status) {
    note(() -> request.failed(error, status));
  }

  private void note(Runnable fact) {
    Failures.guard(
        () -> {
          synchronized (call.monitor()) {
            if (!handedDown && !request.isEnded()) {
              fact.run();
            }
          }
        });
  }
}
