/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.app;

import dev.turnspan.bridge.Scope;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/**
 * A subscriber of Reactor that is watched. Passes everything on, on the same thread: what the
 * source does is in the watch's upstream context, what the application does in the downstream one.
 */
public final class WatchedSubscriber<T> implements CoreSubscriber<T>, Subscription {

  private final CoreSubscriber<? super T> actual;
  private final StreamWatch<T> watch;
  private final Context context;
  private @Nullable Subscription upstream;

  /** Passes on to the application. */
  public WatchedSubscriber(CoreSubscriber<? super T> actual, StreamWatch<T> watch) {
    this.actual = actual;
    this.watch = watch;
    this.context = watch.tell(actual.currentContext());
    watch.heldBy(this);
  }

  @Override
  public Context currentContext() {
    return context;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    upstream = subscription;
    Scope scope = watch.downstream();
    try {
      actual.onSubscribe(this);
    } finally {
      scope.close();
    }
  }

  @Override
  public void onNext(T element) {
    watch.next(element);
    Scope scope = watch.downstream();
    try {
      actual.onNext(element);
    } finally {
      scope.close();
    }
  }

  @Override
  public void onError(Throwable error) {
    watch.failed(error);
    Scope scope = watch.downstream();
    try {
      actual.onError(error);
    } finally {
      scope.close();
    }
  }

  @Override
  public void onComplete() {
    watch.completed();
    Scope scope = watch.downstream();
    try {
      actual.onComplete();
    } finally {
      scope.close();
    }
  }

  @Override
  public void request(long count) {
    Subscription source = upstream;
    if (source == null) {
      return;
    }
    // Some sources do their work when they are asked for it.
    Scope scope = watch.upstream();
    try {
      source.request(count);
    } finally {
      scope.close();
    }
  }

  @Override
  public void cancel() {
    Subscription source = upstream;
    if (source != null) {
      watch.cancel(source);
    }
  }
}
