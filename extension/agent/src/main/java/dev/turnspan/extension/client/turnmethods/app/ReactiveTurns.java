/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.turnmethods.app;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** What the advice on methods with reactive results calls. */
public final class ReactiveTurns {

  private ReactiveTurns() {}

  /** The same, and a turn each time that it is subscribed to. */
  public static <T> Mono<T> of(Mono<T> result) {
    return new TurnMono<>(result);
  }

  /** The same, and a turn each time that it is subscribed to. */
  public static <T> Flux<T> of(Flux<T> result) {
    return new TurnFlux<>(result);
  }

  private static final class TurnMono<T> extends MonoOperator<T, T> {

    TurnMono(Mono<? extends T> source) {
      super(source);
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
      MethodWatch.subscribe(source::subscribe, actual);
    }
  }

  private static final class TurnFlux<T> extends FluxOperator<T, T> {

    TurnFlux(Flux<? extends T> source) {
      super(source);
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
      MethodWatch.subscribe(source::subscribe, actual);
    }
  }
}
