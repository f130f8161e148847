/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import java.nio.ByteBuffer;

/** One event a line. */
final class LinesReader implements BodyReader {

  private final JsonScanner scanner;

  LinesReader(JsonScanner scanner) {
    this.scanner = scanner;
  }

  @Override
  public void read(ByteBuffer bytes, int from, int to) {
    int start = from;
    for (int i = from; i < to; i++) {
      if (bytes.get(i) == '\n') {
        scanner.read(bytes, start, i);
        scanner.restart();
        start = i + 1;
      }
    }
    scanner.read(bytes, start, to);
  }
}
