/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import dev.turnspan.bridge.Attempt;
import dev.turnspan.bridge.Exchange;
import dev.turnspan.bridge.Scope;
import dev.turnspan.extension.engine.Failures;
import io.opentelemetry.context.Context;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** An attempt of a call that a hook above reads: only how it went is told. */
final class AttemptExchange implements Exchange {

  private final Attempt attempt;
  private final Context caller = Context.current();

  AttemptExchange(Attempt attempt) {
    this.attempt = attempt;
  }

  @Override
  public Scope enter() {
    return attempt.enter();
  }

  @Override
  public Scope callerContext() {
    return Context.current() == caller
        ? Scope.NONE
        : Failures.guard(() -> current(caller), Scope.NONE);
  }

  @SuppressWarnings("MustBeClosedChecker") // Closed by the transport that asked.
  private static Scope current(Context context) {
    io.opentelemetry.context.Scope scope = context.makeCurrent();
    return scope::close;
  }

  @Override
  public boolean readsBodies() {
    return false;
  }

  @Override
  public void sending() {}

  @Override
  public void sent(ByteBuffer part) {}

  @Override
  public void sent() {}

  @Override
  public void answered(int status, @Nullable String contentType, @Nullable String contentEncoding) {
    attempt.status(status);
  }

  @Override
  public void received(ByteBuffer part) {}

  @Override
  public void end() {}

  @Override
  public void fail(Throwable error) {
    attempt.failed(error, 0);
  }

  @Override
  public void abort() {}

  @Override
  public void watch(Object handle) {}
}
