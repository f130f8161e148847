/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.turnmethods.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import dev.turnspan.extension.app.StreamWatch;
import dev.turnspan.extension.app.WatchedSubscriber;
import java.util.function.Consumer;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** A turn that is as long as a subscription. */
final class MethodWatch<T> implements StreamWatch<T> {

  private final Turn turn;

  private MethodWatch(Turn turn) {
    this.turn = turn;
  }

  static <T> void subscribe(
      Consumer<CoreSubscriber<? super T>> source, CoreSubscriber<? super T> actual) {
    Turn turn = Bridge.engine().startMethodTurn();
    turn.detach();
    Scope scope = turn.enter();
    try {
      source.accept(new WatchedSubscriber<T>(actual, new MethodWatch<>(turn)));
    } catch (Throwable t) {
      turn.fail(t);
      throw t;
    } finally {
      scope.close();
    }
  }

  @Override
  public Scope upstream() {
    return turn.enter();
  }

  @Override
  public Scope downstream() {
    return Scope.NONE;
  }

  @Override
  public void completed() {
    turn.end();
  }

  @Override
  public void failed(Throwable error) {
    turn.fail(error);
  }

  @Override
  public void cancel(Subscription subscription) {
    Scope scope = turn.enter();
    try {
      subscription.cancel();
    } finally {
      scope.close();
      turn.abort();
    }
  }
}
