/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.azureopenai.app;

import dev.turnspan.bridge.Scope;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** Passes all signals on, and tells of them first. */
final class ObservedSubscriber<T> implements CoreSubscriber<T>, Subscription {

  private final CoreSubscriber<? super T> actual;
  private final Observation observation;
  private @Nullable Subscription upstream;
  private boolean requested;

  ObservedSubscriber(CoreSubscriber<? super T> actual, Observation observation) {
    this.actual = actual;
    this.observation = observation;
  }

  @Override
  public Context currentContext() {
    return actual.currentContext();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    upstream = subscription;
    Scope scope = observation.outside();
    try {
      actual.onSubscribe(this);
    } finally {
      scope.close();
    }
  }

  @Override
  public void request(long count) {
    Subscription subscription = upstream;
    if (subscription == null) {
      return;
    }
    if (requested) {
      subscription.request(count);
      return;
    }
    // Some sources begin to work only now.
    requested = true;
    Scope scope = observation.within();
    try {
      subscription.request(count);
    } finally {
      scope.close();
    }
  }

  @Override
  public void cancel() {
    observation.cancelled();
    Subscription subscription = upstream;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public void onNext(T element) {
    observation.next(element);
    Scope scope = observation.outside();
    try {
      actual.onNext(element);
    } finally {
      scope.close();
    }
  }

  @Override
  public void onError(Throwable failure) {
    observation.failed(failure);
    Scope scope = observation.outside();
    try {
      actual.onError(failure);
    } finally {
      scope.close();
    }
  }

  @Override
  public void onComplete() {
    observation.completed();
    Scope scope = observation.outside();
    try {
      actual.onComplete();
    } finally {
      scope.close();
    }
  }
}
