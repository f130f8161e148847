/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.apachehttp.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Shows what is written. */
final class ObservedOutput extends OutputStream {

  private final OutputStream delegate;
  private final Consumer<ByteBuffer> eye;

  ObservedOutput(OutputStream delegate, Consumer<ByteBuffer> eye) {
    this.delegate = delegate;
    this.eye = eye;
  }

  @Override
  public void write(int value) throws IOException {
    delegate.write(value);
    eye.accept(ByteBuffer.wrap(new byte[] {(byte) value}));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    delegate.write(bytes, offset, length);
    eye.accept(ByteBuffer.wrap(bytes, offset, length));
  }

  @Override
  public void flush() throws IOException {
    delegate.flush();
  }

  @Override
  public void close() throws IOException {
    delegate.close();
  }
}
