/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.apachehttp.app;

import dev.turnspan.bridge.Exchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/** Shows what the transport took. */
final class ObservedChannel implements DataStreamChannel {

  private final DataStreamChannel delegate;
  private final Exchange exchange;

  ObservedChannel(DataStreamChannel delegate, Exchange exchange) {
    this.delegate = delegate;
    this.exchange = exchange;
  }

  @Override
  public void requestOutput() {
    delegate.requestOutput();
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    ByteBuffer view = source.duplicate();
    int written = delegate.write(source);
    if (written > 0) {
      exchange.sent(view.limit(view.position() + written));
    }
    return written;
  }

  @Override
  public void endStream() throws IOException {
    delegate.endStream();
    exchange.sent();
  }

  @Override
  public void endStream(List<? extends Header> trailers) throws IOException {
    delegate.endStream(trailers);
    exchange.sent();
  }
}
