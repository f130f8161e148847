/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.app;

import dev.turnspan.bridge.Call;

/** Tells a call what is in a chunk of a stream. May throw: the chunk then counts as unreadable. */
public interface ChunkReader<T> {

  /** Reads a chunk; must not keep it. */
  void read(T chunk, Call call);
}
