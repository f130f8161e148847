/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.jdkhttp.app;

import dev.turnspan.bridge.Exchange;
import dev.turnspan.bridge.Scope;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;

/** Asks the application's handler, and looks at what its subscriber gets. */
final class ObservedHandler<T> implements BodyHandler<T> {

  private final BodyHandler<T> handler;
  private final Exchange exchange;

  ObservedHandler(BodyHandler<T> handler, Exchange exchange) {
    this.handler = handler;
    this.exchange = exchange;
  }

  @Override
  public BodySubscriber<T> apply(ResponseInfo info) {
    exchange.answered(
        info.statusCode(),
        info.headers().firstValue("content-type").orElse(null),
        info.headers().firstValue("content-encoding").orElse(null));
    Scope scope = exchange.callerContext();
    try {
      return new ObservedSubscriber<>(handler.apply(info), exchange);
    } finally {
      scope.close();
    }
  }
}
