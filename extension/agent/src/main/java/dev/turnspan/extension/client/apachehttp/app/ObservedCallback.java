/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.apachehttp.app;

import dev.turnspan.bridge.Exchange;
import dev.turnspan.bridge.Scope;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.jspecify.annotations.Nullable;

/** Calls the application back in the application's context. */
final class ObservedCallback<T> implements FutureCallback<T> {

  private final @Nullable FutureCallback<T> delegate;
  private final Exchange exchange;

  ObservedCallback(@Nullable FutureCallback<T> delegate, Exchange exchange) {
    this.delegate = delegate;
    this.exchange = exchange;
  }

  @Override
  public void completed(T result) {
    exchange.end();
    if (delegate != null) {
      Scope scope = exchange.callerContext();
      try {
        delegate.completed(result);
      } finally {
        scope.close();
      }
    }
  }

  @Override
  public void failed(Exception cause) {
    exchange.fail(cause);
    if (delegate != null) {
      Scope scope = exchange.callerContext();
      try {
        delegate.failed(cause);
      } finally {
        scope.close();
      }
    }
  }

  @Override
  public void cancelled() {
    exchange.abort();
    if (delegate != null) {
      Scope scope = exchange.callerContext();
      try {
        delegate.cancelled();
      } finally {
        scope.close();
      }
    }
  }
}
