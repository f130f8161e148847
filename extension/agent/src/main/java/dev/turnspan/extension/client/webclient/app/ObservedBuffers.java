/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.webclient.app;

import dev.turnspan.bridge.Exchange;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;

/** The body of an answer. Neither demand nor the buffers' owners change. */
final class ObservedBuffers extends FluxOperator<DataBuffer, DataBuffer> {

  private final Exchange exchange;

  ObservedBuffers(Flux<? extends DataBuffer> source, Exchange exchange) {
    super(source);
    this.exchange = exchange;
    exchange.watch(this);
  }

  Exchange exchange() {
    return exchange;
  }

  @Override
  public void subscribe(CoreSubscriber<? super DataBuffer> subscriber) {
    source.subscribe(new BufferSubscriber(subscriber, this));
  }
}
