/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.webclient.app;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.springframework.core.io.buffer.DataBuffer;

/** Looks at buffers without reading, keeping or releasing them. */
final class Buffers {

  /** Does not throw. */
  @SuppressWarnings("deprecation") // The only view that all versions have.
  static void show(DataBuffer buffer, Consumer<ByteBuffer> eye) {
    try {
      eye.accept(buffer.asByteBuffer());
    } catch (Throwable t) {
      // What cannot be read is missing on the span; the bytes are the application's.
    }
  }

  private Buffers() {}
}
