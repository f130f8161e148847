/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock.app;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Scope;
import dev.turnspan.extension.app.StreamObserver;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Looks at the events of a stream before the application does. */
final class ObservedSubscriber<E> implements Subscriber<E> {

  private final Subscriber<? super E> delegate;
  private final StreamObserver<E> observer;
  private final Call call;

  ObservedSubscriber(Subscriber<? super E> delegate, StreamObserver<E> observer) {
    this.delegate = delegate;
    this.observer = observer;
    this.call = observer.call();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    Scope scope = call.callerContext();
    try {
      delegate.onSubscribe(new Observed(subscription, call));
    } finally {
      scope.close();
    }
  }

  @Override
  public void onNext(E event) {
    observer.chunk(event);
    Scope scope = call.callerContext();
    try {
      delegate.onNext(event);
    } finally {
      scope.close();
    }
  }

  /** Whether that is the end is told by the call's future: the SDK may try again. */
  @Override
  public void onError(Throwable failure) {
    Scope scope = call.callerContext();
    try {
      delegate.onError(failure);
    } finally {
      scope.close();
    }
  }

  @Override
  public void onComplete() {
    call.end();
    Scope scope = call.callerContext();
    try {
      delegate.onComplete();
    } finally {
      scope.close();
    }
  }

  private record Observed(Subscription delegate, Call call) implements Subscription {

    @Override
    public void request(long count) {
      delegate.request(count);
    }

    @Override
    public void cancel() {
      call.abort();
      delegate.cancel();
    }
  }
}
