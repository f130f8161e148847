/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.bridge.Scope;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.util.context.Context;

/**
 * A stream that is watched from when it is subscribed to, each subscription for itself. Passes
 * everything on, on the same thread.
 */
final class ObservedFlux<T> extends FluxOperator<T, T> {

  private final Function<Context, StreamWatch<T>> begin;

  ObservedFlux(Flux<? extends T> source, Function<Context, StreamWatch<T>> begin) {
    super(source);
    this.begin = begin;
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> actual) {
    StreamWatch<T> watch;
    try {
      watch = begin.apply(actual.currentContext());
    } catch (Throwable t) {
      // Ours: the application's stream goes on without being watched.
      source.subscribe(actual);
      return;
    }
    Scope scope = watch.upstream();
    try {
      source.subscribe(new Observer<>(actual, watch));
    } catch (Throwable t) {
      watch.failed(t);
      throw t;
    } finally {
      scope.close();
    }
  }

  private static final class Observer<T> implements CoreSubscriber<T>, Subscription {

    private final CoreSubscriber<? super T> actual;
    private final StreamWatch<T> watch;
    private final Context context;
    private @Nullable Subscription upstream;

    Observer(CoreSubscriber<? super T> actual, StreamWatch<T> watch) {
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
}
