/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.azureopenai.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.Scope;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** An answer in one piece: each subscription is a call. */
final class ObservedMono<T> extends MonoOperator<T, T> {

  private final CallStart start;

  ObservedMono(Mono<? extends T> source, CallStart start) {
    super(source);
    this.start = start;
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> actual) {
    Call call = Bridge.engine().startCall(start);
    Scope scope = call.enter();
    try {
      source.subscribe(new ObservedSubscriber<>(actual, new Answer(call)));
    } finally {
      scope.close();
    }
  }

  private record Answer(Call call) implements Observation {

    @Override
    public Scope within() {
      return call.enter();
    }

    @Override
    public Scope outside() {
      return call.callerContext();
    }

    @Override
    public void next(@Nullable Object answer) {
      Answers.read(answer, call);
      call.end();
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
