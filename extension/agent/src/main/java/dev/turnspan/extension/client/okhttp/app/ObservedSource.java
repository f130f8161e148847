/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.okhttp.app;

import dev.turnspan.bridge.Exchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/** Shows what was read after it came. */
final class ObservedSource extends ForwardingSource {

  private final ObservedCall call;
  private final Exchange exchange;
  private final Consumer<ByteBuffer> eye;
  private final Glance glance = new Glance();

  /** How much is still to come; negative if that is not known. */
  private long left;

  ObservedSource(Source delegate, long length, ObservedCall call, Exchange exchange) {
    super(delegate);
    this.left = length;
    this.call = call;
    this.exchange = exchange;
    this.eye = exchange::received;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    long read;
    try {
      read = super.read(sink, byteCount);
    } catch (IOException e) {
      call.fail(e);
      throw e;
    }
    if (read < 0) {
      exchange.end();
    } else if (read > 0) {
      if (exchange.readsBodies()) {
        glance.at(sink, sink.size() - read, read, eye);
      }
      count(read);
    }
    return read;
  }

  /** Who knows the length need not ask for the end. */
  private void count(long read) {
    if (left > 0) {
      left -= read;
      if (left == 0) {
        exchange.end();
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      exchange.abort();
    }
  }
}
