/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.jdkhttp.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Exchange;
import dev.turnspan.bridge.Scope;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the advice on the JDK's HTTP client calls. */
public final class JdkExchanges {

  /**
   * A request is about to be sent. The result goes to {@code returned}; its first two elements are
   * what is sent, and what the answer goes to, from now on. Null if this is no model call.
   */
  public static @Nullable Object @Nullable [] start(
      @Nullable HttpRequest request, @Nullable BodyHandler<?> handler) {
    if (request == null || handler == null || !request.method().equals("POST")) {
      return null;
    }
    Exchange exchange =
        Bridge.wire()
            .startExchange(
                request.method(),
                request.uri().toString(),
                request.headers().firstValue("content-type").orElse(null),
                () -> RequestHead.of(request));
    return exchange == null
        ? null
        : new Object[] {
          ObservedRequest.of(request, exchange),
          new ObservedHandler<>(handler, exchange),
          new Begun(exchange, exchange.enter())
        };
  }

  /** The blocking method returned or threw. */
  public static void returned(@Nullable Object @Nullable [] begun, @Nullable Throwable thrown) {
    if (begun != null && begun[2] instanceof Begun call) {
      call.scope.close();
      if (thrown != null) {
        failed(call.exchange, thrown);
      }
    }
  }

  /** The asynchronous method returned or threw. */
  public static CompletableFuture<?> returned(
      @Nullable Object @Nullable [] begun,
      CompletableFuture<?> future,
      @Nullable Throwable thrown) {
    if (begun == null || !(begun[2] instanceof Begun call)) {
      return future;
    }
    call.scope.close();
    if (thrown != null) {
      failed(call.exchange, thrown);
      return future;
    }
    return AnswerFuture.of(future, call.exchange);
  }

  /** No answer, because it failed or because nobody waits for it any more. */
  static void failed(Exchange exchange, Throwable failure) {
    if (failure instanceof InterruptedException || failure instanceof CancellationException) {
      exchange.abort();
    } else {
      exchange.fail(failure);
    }
  }

  private record Begun(Exchange exchange, Scope scope) {}

  private JdkExchanges() {}
}
