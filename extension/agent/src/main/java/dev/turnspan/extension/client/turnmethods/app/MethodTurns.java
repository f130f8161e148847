/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.turnmethods.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What the advice on methods that are turns calls. */
public final class MethodTurns {

  private MethodTurns() {}

  /** The method begins; the result goes to {@code returned}. */
  public static Object start() {
    Turn turn = Bridge.engine().startMethodTurn();
    return new Begun(turn, turn.enter());
  }

  /** The method returned or threw; with a future the turn goes on until that is complete. */
  public static void returned(
      @Nullable Object begun, @Nullable Object result, @Nullable Throwable thrown) {
    if (!(begun instanceof Begun method)) {
      return;
    }
    method.scope.close();
    if (thrown != null) {
      method.turn.fail(thrown);
    } else if (result instanceof CompletionStage<?> stage) {
      method.goesOn(stage);
    } else {
      method.turn.end();
    }
  }

  private record Begun(Turn turn, Scope scope) {

    void goesOn(CompletionStage<?> stage) {
      try {
        turn.detach();
        var unused = stage.whenComplete((value, failure) -> completed(failure));
      } catch (RuntimeException e) {
        // A stage of the application's own that cannot be watched.
        turn.end();
      }
    }

    private void completed(@Nullable Throwable failure) {
      if (failure instanceof CancellationException) {
        turn.abort();
      } else if (failure != null) {
        turn.fail(failure);
      } else {
        turn.end();
      }
    }
  }
}
