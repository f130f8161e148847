/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.webclient.app;

import dev.turnspan.bridge.Exchange;
import dev.turnspan.bridge.Scope;
import dev.turnspan.extension.app.OptionalMethod;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** Waits for the head of an answer. */
final class ResponseSubscriber implements CoreSubscriber<ClientResponse>, Subscription {

  /** The type of the status is not the same in all versions. */
  private static final OptionalMethod STATUS =
      OptionalMethod.of(ClientResponse.class, "statusCode", "value");

  private static final OptionalMethod RAW_STATUS =
      OptionalMethod.of(ClientResponse.class, "rawStatusCode");

  private final CoreSubscriber<? super ClientResponse> delegate;
  private final Exchange exchange;
  private @Nullable Subscription upstream;
  private volatile boolean answered;

  ResponseSubscriber(CoreSubscriber<? super ClientResponse> delegate, Exchange exchange) {
    this.delegate = delegate;
    this.exchange = exchange;
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
  public void onNext(ClientResponse response) {
    answered = true;
    ClientResponse observed = observed(response);
    Scope scope = exchange.callerContext();
    try {
      delegate.onNext(observed);
    } finally {
      scope.close();
    }
  }

  private ClientResponse observed(ClientResponse response) {
    try {
      // A status that has no name of its own only the older accessor tells.
      long raw = RAW_STATUS.number(response);
      exchange.answered(
          (int) (raw > 0 ? raw : STATUS.number(response)),
          header(response, "Content-Type"),
          header(response, "Content-Encoding"));
      return exchange.readsBodies()
          ? response.mutate().body(body -> new ObservedBuffers(body, exchange)).build()
          : response;
    } catch (Throwable t) {
      exchange.end();
      return response;
    }
  }

  private static @Nullable String header(ClientResponse response, String name) {
    return response.headers().header(name).stream().findFirst().orElse(null);
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
    if (!answered) {
      exchange.abort();
    }
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
      // With the request the exchange may begin, on this thread.
      Scope scope = answered ? Scope.NONE : exchange.enter();
      try {
        subscription.request(count);
      } finally {
        scope.close();
      }
    }
  }

  @Override
  public void cancel() {
    if (!answered) {
      exchange.abort();
    }
    Subscription subscription = upstream;
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
