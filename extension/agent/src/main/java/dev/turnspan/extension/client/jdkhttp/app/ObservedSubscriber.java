/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.jdkhttp.app;

import dev.turnspan.bridge.Exchange;
import dev.turnspan.bridge.Scope;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Passes the body of an answer on, the same buffers in the same lists, as much as is asked for. The
 * application's subscriber is called in its own context.
 */
final class ObservedSubscriber<T> implements BodySubscriber<T> {

  private final BodySubscriber<T> subscriber;
  private final Exchange exchange;

  ObservedSubscriber(BodySubscriber<T> subscriber, Exchange exchange) {
    this.subscriber = subscriber;
    this.exchange = exchange;
  }

  @Override
  public CompletionStage<T> getBody() {
    Scope scope = exchange.callerContext();
    try {
      return subscriber.getBody();
    } finally {
      scope.close();
    }
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    Scope scope = exchange.callerContext();
    try {
      subscriber.onSubscribe(new Demand(subscription, exchange));
    } finally {
      scope.close();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    for (int i = 0; i < parts.size(); i++) {
      exchange.received(parts.get(i));
    }
    Scope scope = exchange.callerContext();
    try {
      subscriber.onNext(parts);
    } finally {
      scope.close();
    }
  }

  @Override
  public void onError(Throwable failure) {
    exchange.fail(failure);
    Scope scope = exchange.callerContext();
    try {
      subscriber.onError(failure);
    } finally {
      scope.close();
    }
  }

  @Override
  public void onComplete() {
    exchange.end();
    Scope scope = exchange.callerContext();
    try {
      subscriber.onComplete();
    } finally {
      scope.close();
    }
  }

  /** Closing a body early comes down to this. */
  private record Demand(Subscription subscription, Exchange exchange) implements Subscription {

    @Override
    public void request(long count) {
      subscription.request(count);
    }

    @Override
    public void cancel() {
      exchange.abort();
      subscription.cancel();
    }
  }
}
