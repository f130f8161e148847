/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googleadk.app;

import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.FlowableSubscriber;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The events of a run: each subscription is a turn. */
final class ObservedRun<T> extends Flowable<T> {

  private final Flowable<T> events;
  private final Turn first;
  private final @Nullable String sessionId;
  private final AtomicBoolean used = new AtomicBoolean();

  ObservedRun(Flowable<T> events, Turn first, @Nullable String sessionId) {
    this.events = events;
    this.first = first;
    this.sessionId = sessionId;
  }

  @Override
  protected void subscribeActual(Subscriber<? super T> subscriber) {
    Turn turn = used.compareAndSet(false, true) ? first : AdkRuns.begin(sessionId);
    Scope scope = turn.enter();
    try {
      events.subscribe(new TurnSubscriber<>(subscriber, turn));
    } finally {
      scope.close();
    }
  }

  /** Passes all signals on as they come, and tells of the last one first. */
  private static final class TurnSubscriber<T> implements FlowableSubscriber<T>, Subscription {

    private final Subscriber<? super T> subscriber;
    private final Turn turn;
    private @Nullable Subscription upstream;

    TurnSubscriber(Subscriber<? super T> subscriber, Turn turn) {
      this.subscriber = subscriber;
      this.turn = turn;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      upstream = subscription;
      subscriber.onSubscribe(this);
    }

    @Override
    public void onNext(T event) {
      subscriber.onNext(event);
    }

    @Override
    public void onError(Throwable failure) {
      AdkRuns.fail(turn, failure);
      subscriber.onError(failure);
    }

    @Override
    public void onComplete() {
      turn.end();
      subscriber.onComplete();
    }

    @Override
    public void request(long count) {
      Subscription subscription = upstream;
      if (subscription != null) {
        subscription.request(count);
      }
    }

    @Override
    public void cancel() {
      Subscription subscription = upstream;
      try {
        if (subscription != null) {
          subscription.cancel();
        }
      } finally {
        // Tools that run are told first.
        turn.end();
      }
    }
  }
}
