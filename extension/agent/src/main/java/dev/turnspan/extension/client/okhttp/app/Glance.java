/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.okhttp.app;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import okio.Buffer;

/** Looks at bytes where they lie in a buffer, without a copy and without moving them. */
final class Glance {

  private final Buffer.UnsafeCursor cursor = new Buffer.UnsafeCursor();

  /** Kept, for consecutive parts of a stream mostly lie in the same segment. */
  private byte[] viewed = {};

  private ByteBuffer view = ByteBuffer.wrap(viewed);

  /** Shows bytes to an eye that keeps nothing. Does not throw. */
  void at(Buffer buffer, long offset, long byteCount, Consumer<ByteBuffer> eye) {
    try {
      buffer.readUnsafe(cursor);
      try {
        long left = byteCount;
        for (int read = cursor.seek(offset); read > 0 && left > 0; read = cursor.next()) {
          int length = (int) Math.min(left, read);
          eye.accept(view(cursor.data, cursor.start, length));
          left -= length;
        }
      } finally {
        cursor.close();
      }
    } catch (Throwable t) {
      // What cannot be read is missing on the span; the bytes are the application's.
    }
  }

  private ByteBuffer view(byte[] data, int start, int length) {
    if (viewed != data) {
      viewed = data;
      view = ByteBuffer.wrap(data);
    }
    return view.limit(start + length).position(start);
  }
}
