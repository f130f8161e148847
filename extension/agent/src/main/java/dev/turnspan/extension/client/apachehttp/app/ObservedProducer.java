/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.apachehttp.app;

import dev.turnspan.bridge.Exchange;
import java.io.IOException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/** The body of a request, looked at as it is sent. */
final class ObservedProducer implements AsyncRequestProducer {

  private final AsyncRequestProducer delegate;
  private final Exchange exchange;

  ObservedProducer(AsyncRequestProducer delegate, Exchange exchange) {
    this.delegate = delegate;
    this.exchange = exchange;
  }

  @Override
  public void sendRequest(RequestChannel channel, HttpContext context)
      throws HttpException, IOException {
    delegate.sendRequest(
        (request, entity, inner) -> {
          if (entity != null && entity.getContentEncoding() == null) {
            exchange.sending();
          }
          channel.sendRequest(request, entity, inner);
        },
        context);
  }

  @Override
  public int available() {
    return delegate.available();
  }

  @Override
  public void produce(DataStreamChannel channel) throws IOException {
    delegate.produce(new ObservedChannel(channel, exchange));
  }

  @Override
  public boolean isRepeatable() {
    return delegate.isRepeatable();
  }

  @Override
  public void failed(Exception cause) {
    exchange.fail(cause);
    delegate.failed(cause);
  }

  @Override
  public void releaseResources() {
    delegate.releaseResources();
  }
}
