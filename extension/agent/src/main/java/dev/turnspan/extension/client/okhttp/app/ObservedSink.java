/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.okhttp.app;

import dev.turnspan.bridge.Exchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import okio.Buffer;
import okio.ForwardingSink;
import okio.Sink;

/** Shows what is written before it goes on. */
final class ObservedSink extends ForwardingSink {

  private final Consumer<ByteBuffer> eye;
  private final Glance glance = new Glance();

  ObservedSink(Sink delegate, Exchange exchange) {
    super(delegate);
    this.eye = exchange::sent;
  }

  @Override
  public void write(Buffer source, long byteCount) throws IOException {
    glance.at(source, 0, byteCount, eye);
    super.write(source, byteCount);
  }
}
