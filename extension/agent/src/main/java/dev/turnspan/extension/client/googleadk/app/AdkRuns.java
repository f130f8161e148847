/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googleadk.app;

import com.google.adk.models.LlmCallsLimitExceededException;
import com.google.adk.sessions.Session;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import io.reactivex.rxjava3.core.Flowable;
import org.jspecify.annotations.Nullable;

/** What the advice on the runner calls. */
public final class AdkRuns {

  private AdkRuns() {}

  /** A run is about to be described; the result goes to {@code returned}. */
  public static @Nullable Object start(@Nullable Session session) {
    if (session == null) {
      return null;
    }
    // Before 1.0 sessions had no key: by this such versions are told.
    Turn turn = begin(session.sessionKey().id());
    return new Begun(session.sessionKey().id(), turn, turn.enter());
  }

  /** The run is described, and happens when it is subscribed to; or the description failed. */
  public static @Nullable Flowable<?> returned(
      @Nullable Object begun, @Nullable Flowable<?> events, @Nullable Throwable thrown) {
    if (!(begun instanceof Begun run)) {
      return events;
    }
    run.scope.close();
    if (thrown != null) {
      fail(run.turn, thrown);
    }
    return events == null ? null : new ObservedRun<>(events, run.turn, run.sessionId);
  }

  /** A turn of the session. */
  static Turn begin(@Nullable String sessionId) {
    Turn turn = Bridge.engine().startTurn();
    turn.identify(sessionId);
    return turn;
  }

  /** A run failed, maybe because it may not ask a model again. */
  static void fail(Turn turn, Throwable failure) {
    if (failure instanceof LlmCallsLimitExceededException) {
      turn.exhausted(failure);
    } else {
      turn.fail(failure);
    }
  }

  private record Begun(@Nullable String sessionId, Turn turn, Scope scope) {}
}
