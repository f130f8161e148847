/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.jdkhttp.app;

import dev.turnspan.bridge.Exchange;
import dev.turnspan.bridge.Scope;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** Passes the body of a request on as it comes. The client may ask for it more than once. */
final class ObservedPublisher implements BodyPublisher {

  private final BodyPublisher publisher;
  private final Exchange exchange;

  ObservedPublisher(BodyPublisher publisher, Exchange exchange) {
    this.publisher = publisher;
    this.exchange = exchange;
  }

  @Override
  public long contentLength() {
    return publisher.contentLength();
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    exchange.sending();
    Scope scope = exchange.callerContext();
    try {
      publisher.subscribe(new Parts(subscriber, exchange));
    } finally {
      scope.close();
    }
  }

  private record Parts(Subscriber<? super ByteBuffer> subscriber, Exchange exchange)
      implements Subscriber<ByteBuffer> {

    @Override
    public void onSubscribe(Subscription subscription) {
      subscriber.onSubscribe(new Demand(subscription, exchange));
    }

    @Override
    public void onNext(ByteBuffer part) {
      exchange.sent(part);
      subscriber.onNext(part);
    }

    @Override
    public void onError(Throwable failure) {
      subscriber.onError(failure);
    }

    @Override
    public void onComplete() {
      exchange.sent();
      subscriber.onComplete();
    }
  }

  /** What the application publishes, it publishes in its own context. */
  private record Demand(Subscription subscription, Exchange exchange) implements Subscription {

    @Override
    public void request(long count) {
      Scope scope = exchange.callerContext();
      try {
        subscription.request(count);
      } finally {
        scope.close();
      }
    }

    @Override
    public void cancel() {
      Scope scope = exchange.callerContext();
      try {
        subscription.cancel();
      } finally {
        scope.close();
      }
    }
  }
}
