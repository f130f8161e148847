/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.turnmethods.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** A turn that is as long as a subscription. Passes everything on, on the same thread. */
final class TurnSubscriber<T> implements CoreSubscriber<T>, Subscription {

  private final CoreSubscriber<? super T> actual;
  private final Turn turn;
  private @Nullable Subscription upstream;

  private TurnSubscriber(CoreSubscriber<? super T> actual, Turn turn) {
    this.actual = actual;
    this.turn = turn;
  }

  static <T> void subscribe(
      Consumer<CoreSubscriber<? super T>> source, CoreSubscriber<? super T> actual) {
    Turn turn = Bridge.engine().startMethodTurn();
    turn.detach();
    Scope scope = turn.enter();
    try {
      source.accept(new TurnSubscriber<T>(actual, turn));
    } catch (Throwable t) {
      turn.fail(t);
      throw t;
    } finally {
      scope.close();
    }
  }

  @Override
  public Context currentContext() {
    return actual.currentContext();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    upstream = subscription;
    actual.onSubscribe(this);
  }

  @Override
  public void onNext(T element) {
    actual.onNext(element);
  }

  @Override
  public void onError(Throwable error) {
    turn.fail(error);
    actual.onError(error);
  }

  @Override
  public void onComplete() {
    turn.end();
    actual.onComplete();
  }

  @Override
  public void request(long count) {
    Subscription source = upstream;
    if (source == null) {
      return;
    }
    // Some sources do their work when they are asked for it.
    Scope scope = turn.enter();
    try {
      source.request(count);
    } finally {
      scope.close();
    }
  }

  @Override
  public void cancel() {
    Subscription source = upstream;
    if (source == null) {
      return;
    }
    Scope scope = turn.enter();
    try {
      source.cancel();
    } finally {
      scope.close();
      turn.abort();
    }
  }
}
