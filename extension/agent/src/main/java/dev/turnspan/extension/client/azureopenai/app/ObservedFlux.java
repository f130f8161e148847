/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.azureopenai.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.Scope;
import dev.turnspan.extension.app.StreamObserver;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;

/** A stream: each subscription is a call. */
final class ObservedFlux<T> extends FluxOperator<T, T> {

  private final CallStart start;

  ObservedFlux(Flux<? extends T> source, CallStart start) {
    super(source);
    this.start = start;
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> actual) {
    Call call = Bridge.engine().startCall(start);
    Scope scope = call.enter();
    try {
      Chunks chunks = new Chunks(call, new StreamObserver<>(call, new ChatChunks()));
      source.subscribe(new ObservedSubscriber<>(actual, chunks));
    } finally {
      scope.close();
    }
  }

  private record Chunks(Call call, StreamObserver<Object> observer) implements Observation {

    @Override
    public Scope within() {
      return call.enter();
    }

    @Override
    public Scope outside() {
      return call.callerContext();
    }

    @Override
    public void next(@Nullable Object chunk) {
      if (chunk != null) {
        observer.chunk(chunk);
      }
    }

    @Override
    public void failed(Throwable failure) {
      call.fail(failure, AzureCalls.status(failure));
    }

    @Override
    public void completed() {
      call.end();
    }

    @Override
    public void cancelled() {
      call.abort();
    }
  }
}
