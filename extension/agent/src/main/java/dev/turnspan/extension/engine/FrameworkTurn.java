/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import dev.turnspan.semconv.GenAiAttributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/**
 * A framework's unit of work. The turn opens with the first sign that there is one, but starts when
 * the unit did.
 */
final class FrameworkTurn implements Turn {

  /** The unit of a context. */
  static final ContextKey<FrameworkTurn> KEY = ContextKey.named("turnspan-unit");

  private final Context caller;
  private final OpenTurns turns;
  private final long startEpochNanos;
  private @Nullable OpenTurn turn;
  private @Nullable String unitId;
  private boolean detached;
  private boolean over;

  FrameworkTurn(Context caller, long startEpochNanos, OpenTurns turns) {
    this.caller = caller;
    this.startEpochNanos = startEpochNanos;
    this.turns = turns;
  }

  /** The open turn, opened now if need be; null once the unit is over. */
  synchronized @Nullable OpenTurn open() {
    if (over) {
      return null;
    }
    OpenTurn opened = turn;
    if (opened == null) {
      opened = turns.open(caller, startEpochNanos);
      if (detached) {
        turns.await(opened);
      }
      turn = opened;
      if (opened.recorder().mirrors()) {
        opened.span().setAttribute(GenAiAttributes.OPERATION_NAME, "invoke_agent");
      }
    }
    return opened;
  }

  synchronized boolean is(String id) {
    return id.equals(unitId);
  }

  @Override
  public Scope enter() {
    return Failures.guard(() -> ModelCall.current(caller.with(KEY, this)), Scope.NONE);
  }

  @Override
  public void identify(@Nullable String id, @Nullable String conversationId) {
    Failures.guard(
        () -> {
          OpenTurn opened = open();
          synchronized (this) {
            unitId = unitId == null ? id : unitId;
          }
          if (opened != null) {
            opened.conversation(conversationId, "framework");
          }
        });
  }

  @Override
  public synchronized void detach() {
    detached = true;
    if (turn != null) {
      turns.await(turn);
    }
  }

  @Override
  public void end() {
    finish(Outcome.COMPLETED);
  }

  @Override
  public void fail(Throwable error) {
    finish(Outcome.failed(error, 0));
  }

  private void finish(Outcome outcome) {
    Failures.guard(
        () -> {
          OpenTurn opened;
          synchronized (this) {
            over = true;
            opened = turn;
          }
          if (opened != null) {
            if (!opened.isEnded()) {
              opened.touch();
            }
            opened.close(outcome);
          }
        });
  }
}
