/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * A framework's unit of work within another one, of which it is a part. It hides the outer one from
 * whoever asks for the current turn in order to end it.
 */
final class NestedTurn implements Turn {

  private final Context caller;

  NestedTurn(Context caller) {
    this.caller = caller;
  }

  @Override
  public Scope enter() {
    return Failures.guard(
        () -> CurrentContext.enter(caller.with(FrameworkTurn.CURRENT, this)), Scope.NONE);
  }

  @Override
  public void identify(@Nullable String conversationId) {
    // The outer one has its own.
  }

  @Override
  public void detach() {}

  @Override
  public void end() {}

  @Override
  public void abort() {}

  @Override
  public void fail(Throwable error) {}

  @Override
  public void exhausted(@Nullable Throwable error) {}
}
