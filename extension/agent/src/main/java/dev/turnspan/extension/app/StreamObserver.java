/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.app;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;

/** Guards the reading of chunks: a chunk that cannot be read is still a chunk. */
public final class StreamObserver<T> {

  private final Call call;
  private final ChunkReader<? super T> reader;
  private boolean unreadable;

  /** Reports to the call what the reader finds. */
  public StreamObserver(Call call, ChunkReader<? super T> reader) {
    this.call = call;
    this.reader = reader;
  }

  /** Looks at a chunk before the application does. Never throws. */
  public void chunk(T chunk) {
    if (unreadable) {
      call.chunk(Chunk.TEXT);
      return;
    }
    try {
      reader.read(chunk, call);
    } catch (Throwable t) {
      // A server that sends what the library's accessors refuse does so in every chunk: an
      // exception each would cost more than the figures are worth.
      unreadable = true;
    }
  }

  /** The call that is reported to. */
  public Call call() {
    return call;
  }
}
