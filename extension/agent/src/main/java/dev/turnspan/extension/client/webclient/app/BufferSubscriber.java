/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.webclient.app;

import dev.turnspan.bridge.Exchange;
import dev.turnspan.bridge.Scope;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** Looks at the buffers of an answer on their way to the application. */
final class BufferSubscriber implements CoreSubscriber<DataBuffer>, Subscription {

  private final CoreSubscriber<? super DataBuffer> delegate;

  /** Held, so that the answer counts as in use as long as it is being read. */
  @SuppressWarnings("unused")
  private final ObservedBuffers handle;

  private final Exchange exchange;
  private final Consumer<ByteBuffer> eye;
  private @Nullable Subscription upstream;

  BufferSubscriber(CoreSubscriber<? super DataBuffer> delegate, ObservedBuffers handle) {
    this.delegate = delegate;
    this.handle = handle;
    this.exchange = handle.exchange();
    this.eye = exchange::received;
  }

  @Override
  public Context currentContext() {
    return delegate.currentContext();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    upstream = subscription;
    delegate.onSubscribe(this);
  }

  @Override
  public void onNext(DataBuffer buffer) {
    if (exchange.readsBodies()) {
      Buffers.show(buffer, eye);
    }
    Scope scope = exchange.callerContext();
    try {
      delegate.onNext(buffer);
    } finally {
      scope.close();
    }
  }

  @Override
  public void onError(Throwable failure) {
    exchange.fail(failure);
    Scope scope = exchange.callerContext();
    try {
      delegate.onError(failure);
    } finally {
      scope.close();
    }
  }

  @Override
  public void onComplete() {
    exchange.end();
    Scope scope = exchange.callerContext();
    try {
      delegate.onComplete();
    } finally {
      scope.close();
    }
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
    exchange.abort();
    Subscription subscription = upstream;
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
