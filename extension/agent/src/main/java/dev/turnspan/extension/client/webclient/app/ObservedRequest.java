/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.webclient.app;

import dev.turnspan.bridge.Exchange;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The body of a request, looked at as it is written. */
final class ObservedRequest extends ClientHttpRequestDecorator {

  private final Exchange exchange;

  ObservedRequest(ClientHttpRequest delegate, Exchange exchange) {
    super(delegate);
    this.exchange = exchange;
  }

  @Override
  public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
    return super.writeWith(whole(body));
  }

  @Override
  public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
    return super.writeAndFlushWith(
        Flux.<Publisher<? extends DataBuffer>>from(body)
            .doOnSubscribe(subscription -> exchange.sending())
            .map(this::part)
            .doOnComplete(exchange::sent));
  }

  /** One buffer stays one buffer: it is sent with its length. */
  private Publisher<? extends DataBuffer> whole(Publisher<? extends DataBuffer> body) {
    if (body instanceof Mono<? extends DataBuffer> one) {
      return one.doOnSubscribe(subscription -> exchange.sending())
          .doOnNext(this::show)
          .doOnSuccess(last -> exchange.sent());
    }
    return Flux.<DataBuffer>from(body)
        .doOnSubscribe(subscription -> exchange.sending())
        .doOnNext(this::show)
        .doOnComplete(exchange::sent);
  }

  private Publisher<? extends DataBuffer> part(Publisher<? extends DataBuffer> part) {
    return Flux.<DataBuffer>from(part).doOnNext(this::show);
  }

  private void show(DataBuffer buffer) {
    Buffers.show(buffer, exchange::sent);
  }
}
