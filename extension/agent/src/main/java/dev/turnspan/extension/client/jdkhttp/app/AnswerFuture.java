/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.jdkhttp.app;

import dev.turnspan.bridge.Exchange;
import dev.turnspan.bridge.Scope;
import java.util.concurrent.CompletableFuture;

/**
 * Completes as the client's own future does, in the context in which the application made the call.
 * Like that one it can be cancelled, and so can what is derived from it: that ends the exchange.
 */
final class AnswerFuture<T> extends CompletableFuture<T> {

  private final CompletableFuture<?> source;
  private final Exchange exchange;

  private AnswerFuture(CompletableFuture<?> source, Exchange exchange) {
    this.source = source;
    this.exchange = exchange;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The callback throws nothing that one could miss.
  static <T> CompletableFuture<T> of(CompletableFuture<T> source, Exchange exchange) {
    AnswerFuture<T> observed = new AnswerFuture<>(source, exchange);
    source.whenComplete(
        (response, failure) -> {
          if (failure != null) {
            JdkExchanges.failed(exchange, failure);
          }
          Scope scope = exchange.callerContext();
          try {
            if (failure == null) {
              observed.complete(response);
            } else {
              observed.completeExceptionally(failure);
            }
          } finally {
            scope.close();
          }
        });
    return observed;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new AnswerFuture<>(source, exchange);
  }

  @Override
  public boolean cancel(boolean mayInterrupt) {
    // The client only breaks off what it may interrupt.
    if (mayInterrupt && !isDone() && !source.isDone()) {
      exchange.abort();
    }
    boolean cancelled = !isDone() && source.cancel(mayInterrupt);
    return super.cancel(mayInterrupt) || cancelled;
  }
}
