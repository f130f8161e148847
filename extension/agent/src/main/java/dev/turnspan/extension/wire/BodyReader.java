/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import java.nio.ByteBuffer;

/** Takes the bytes of a body, part after part. Keeps none of them. */
interface BodyReader {

  /** The bytes of a buffer between two positions; its own position is left alone. */
  void read(ByteBuffer bytes, int from, int to);

  /** No more will come. */
  default void end() {}
}
