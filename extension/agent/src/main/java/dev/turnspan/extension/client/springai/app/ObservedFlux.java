/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.bridge.Scope;
import dev.turnspan.extension.app.StreamWatch;
import dev.turnspan.extension.app.WatchedSubscriber;
import java.util.function.Function;
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
      source.subscribe(new WatchedSubscriber<>(actual, watch));
    } catch (Throwable t) {
      watch.failed(t);
      throw t;
    } finally {
      scope.close();
    }
  }
}
