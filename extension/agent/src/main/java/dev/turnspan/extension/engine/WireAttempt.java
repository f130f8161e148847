/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.bridge.Attempt;
import dev.turnspan.bridge.Scope;

/** The border through which a transport hook reports one attempt. */
final class WireAttempt implements Attempt {

  private final ModelCall call;
  private final ProviderRequest request;

  WireAttempt(ModelCall call, ProviderRequest request) {
    this.call = call;
    this.request = request;
  }

  @Override
  public Scope enter() {
    return call.enter();
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
            if (!request.isEnded()) {
              fact.run();
            }
          }
        });
  }
}
