/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.apachehttp.app;

import dev.turnspan.bridge.Exchange;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The body of an answer as the application reads it. */
final class ObservedContent extends FilterInputStream {

  /** Held, so that the answer counts as in use as long as its stream does. */
  private final ObservedEntity entity;

  private final Exchange exchange;

  /** How much is still to come; negative if that is not known. */
  private long left;

  /** Kept, for most readers come back with the same array. */
  private byte[] viewed = {};

  private ByteBuffer view = ByteBuffer.wrap(viewed);

  ObservedContent(InputStream delegate, long length, ObservedEntity entity) {
    super(delegate);
    this.left = length;
    this.entity = entity;
    this.exchange = entity.exchange();
  }

  @Override
  public int read() throws IOException {
    int value;
    try {
      value = in.read();
    } catch (IOException e) {
      entity.fail(e);
      throw e;
    }
    if (value >= 0 && exchange.readsBodies()) {
      exchange.received(ByteBuffer.wrap(new byte[] {(byte) value}));
    }
    count(value < 0 ? value : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read;
    try {
      read = in.read(bytes, offset, length);
    } catch (IOException e) {
      entity.fail(e);
      throw e;
    }
    if (read > 0 && exchange.readsBodies()) {
      exchange.received(view(bytes, offset, read));
    }
    count(read);
    return read;
  }

  private ByteBuffer view(byte[] bytes, int offset, int length) {
    if (viewed != bytes) {
      viewed = bytes;
      view = ByteBuffer.wrap(bytes);
    }
    return view.limit(offset + length).position(offset);
  }

  /** Who knows the length need not ask for the end. */
  private void count(int read) {
    if (read < 0) {
      exchange.end();
    } else if (left > 0) {
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
