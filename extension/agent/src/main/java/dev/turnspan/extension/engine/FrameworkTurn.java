/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.bridge.Engine;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import dev.turnspan.semconv.GenAiAttributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/**
 * A framework's unit of work, or a method that the user named as one. The turn opens with the first
 * thing that happens in it, but starts when the unit did.
 */
final class FrameworkTurn implements Turn {

  /** The unit of a context. */
  static final ContextKey<FrameworkTurn> KEY = ContextKey.named("turnspan-unit");

  /** What {@link Engine#currentTurn()} answers in a context. */
  static final ContextKey<Turn> CURRENT = ContextKey.named("turnspan-current-unit");

  private final Context caller;
  private final OpenTurns turns;
  private final long startEpochNanos;
  private final boolean byFramework;
  private @Nullable OpenTurn turn;
  private @Nullable String conversationId;
  private boolean identified;
  private boolean detached;
  private boolean over;

  /**
   * Begins a unit.
   *
   * @param byFramework whether it is a framework's, and not a method that the user named
   */
  FrameworkTurn(Context caller, long startEpochNanos, OpenTurns turns, boolean byFramework) {
    this.byFramework = byFramework;
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
      opened = turns.open(caller, startEpochNanos, conversationId, "framework");
      if (detached) {
        await(opened);
      }
      turn = opened;
      if (byFramework && opened.recorder().mirrors()) {
        opened.span().setAttribute(GenAiAttributes.OPERATION_NAME, "invoke_agent");
      }
    }
    return opened;
  }

  /** How many steps have begun so far. */
  int stepCount() {
    OpenTurn opened;
    synchronized (this) {
      opened = turn;
    }
    return opened == null ? 0 : opened.stepCount();
  }

  @Override
  public Scope enter() {
    return Failures.guard(
        () -> CurrentContext.enter(caller.with(KEY, this).with(CURRENT, this)), Scope.NONE);
  }

  @Override
  public void identify(@Nullable String conversation) {
    Failures.guard(
        () -> {
          OpenTurn opened;
          synchronized (this) {
            identified = true;
            conversationId = conversationId == null ? conversation : conversationId;
            opened = turn;
          }
          if (opened != null) {
            opened.conversation(conversation, "framework");
          }
        });
  }

  @Override
  public synchronized void detach() {
    detached = true;
    if (turn != null) {
      await(turn);
    }
  }

  private void await(OpenTurn opened) {
    opened.detach(/* endsWithStream= */ byFramework);
    turns.await(opened);
  }

  @Override
  public void end() {
    finish(Outcome.COMPLETED);
  }

  @Override
  public void abort() {
    finish(Outcome.ABORTED);
  }

  @Override
  public void fail(Throwable error) {
    Failures.guard(
        () -> {
          if (!goesOn()) {
            finish(Outcome.failed(error, 0));
          }
        });
  }

  @Override
  public void exhausted(@Nullable Throwable error) {
    finish(error == null ? Outcome.STOPPED : Outcome.exhausted(error));
  }

  /**
   * Whether a stream of the unit is still running. Then what failed is a listener of the
   * application: frameworks report that as well, and go on. A unit that failed before anything
   * happened in it is opened, so that it is seen.
   */
  private synchronized boolean goesOn() {
    OpenTurn opened = identified ? open() : turn;
    return detached && byFramework && opened != null && opened.isCalling();
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
