/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.webclient.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Exchange;
import dev.turnspan.bridge.Scope;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** An exchange that begins when it is subscribed to, and once more each time it is. */
final class ObservedExchange extends Mono<ClientResponse> {

  private final ClientRequest request;
  private final ExchangeFunction next;

  ObservedExchange(ClientRequest request, ExchangeFunction next) {
    this.request = request;
    this.next = next;
  }

  @Override
  public void subscribe(CoreSubscriber<? super ClientResponse> subscriber) {
    Exchange exchange =
        Bridge.wire()
            .startExchange(
                request.method().name(),
                request.url().toString(),
                request.headers().getFirst("Content-Type"),
                null);
    if (exchange == null) {
      next.exchange(request).subscribe(subscriber);
      return;
    }
    Scope scope = exchange.enter();
    try {
      next.exchange(exchange.readsBodies() ? observed(exchange) : request)
          .subscribe(new ResponseSubscriber(subscriber, exchange));
    } catch (Throwable t) {
      exchange.fail(t);
      throw t;
    } finally {
      scope.close();
    }
  }

  private ClientRequest observed(Exchange exchange) {
    return ClientRequest.from(request)
        .body(
            (output, context) ->
                request.body().insert(new ObservedRequest(output, exchange), context))
        .build();
  }
}
