/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.Scope;
import dev.turnspan.extension.app.ChunkReader;
import dev.turnspan.extension.app.StreamObserver;
import dev.turnspan.extension.app.StreamWatch;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Flux;
import reactor.util.context.Context;

/** Tells a call of its stream. */
final class CallWatch<T> implements StreamWatch<T> {

  private final Call call;
  private final StreamObserver<T> observer;

  private CallWatch(Call call, ChunkReader<? super T> reader) {
    this.call = call;
    this.observer = new StreamObserver<>(call, reader);
  }

  /** Makes a call of every subscription. */
  static <T> Flux<T> of(
      Flux<T> chunks, CallStart start, Supplier<? extends ChunkReader<? super T>> reader) {
    Function<Context, StreamWatch<T>> begin =
        subscriber -> {
          Scope scope = TurnWatch.enter(subscriber);
          try {
            return new CallWatch<>(Bridge.engine().startCall(start), reader.get());
          } finally {
            scope.close();
          }
        };
    return new ObservedFlux<>(chunks, begin);
  }

  @Override
  public Scope upstream() {
    return call.enter();
  }

  @Override
  public Scope downstream() {
    return call.callerContext();
  }

  @Override
  public void heldBy(Object handle) {
    call.watch(handle);
  }

  @Override
  public void next(T element) {
    observer.chunk(element);
  }

  @Override
  public void completed() {
    call.end();
  }

  @Override
  public void failed(Throwable error) {
    call.fail(error, 0);
  }

  @Override
  public void cancel(Subscription subscription) {
    Scope scope = call.enter();
    try {
      // First, or a transport below would have to tell a cancellation from a failure.
      call.abort();
      subscription.cancel();
    } finally {
      scope.close();
    }
  }
}
