/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import java.nio.ByteBuffer;

/** Server-sent events: the text behind {@code data:} goes to the scanner, the rest nowhere. */
final class EventStreamReader implements BodyReader {

  private static final byte[] DATA = {'d', 'a', 't', 'a', ':'};

  private enum State {
    NAME,
    DATA_START,
    DATA,
    OTHER
  }

  private final JsonScanner scanner;
  private State state = State.NAME;
  private int nameLength;
  private boolean afterReturn;

  EventStreamReader(JsonScanner scanner) {
    this.scanner = scanner;
  }

  @Override
  public void read(ByteBuffer bytes, int from, int to) {
    int i = from;
    while (i < to) {
      int end = lineEnd(bytes, i, to);
      line(bytes, i, end);
      if (end < to) {
        lineEnded(bytes.get(end));
      }
      i = end + 1;
    }
  }

  private static int lineEnd(ByteBuffer bytes, int from, int to) {
    int i = from;
    while (i < to) {
      byte b = bytes.get(i);
      if (b == '\n' || b == '\r') {
        break;
      }
      i++;
    }
    return i;
  }

  /** A line or a part of one. */
  private void line(ByteBuffer bytes, int from, int end) {
    int i = from;
    if (i < end) {
      afterReturn = false;
    }
    while (i < end && state == State.NAME) {
      name(bytes.get(i++));
    }
    if (i < end && state == State.DATA_START) {
      i += bytes.get(i) == ' ' ? 1 : 0;
      state = State.DATA;
    }
    if (i < end && state == State.DATA) {
      scanner.read(bytes, i, end);
    }
  }

  private void name(byte b) {
    if (b != DATA[nameLength++]) {
      state = State.OTHER;
    } else if (nameLength == DATA.length) {
      state = State.DATA_START;
    }
  }

  private void lineEnded(byte b) {
    boolean secondHalf = b == '\n' && afterReturn;
    afterReturn = b == '\r';
    if (secondHalf) {
      return;
    }
    boolean empty = state == State.NAME && nameLength == 0;
    if (empty) {
      scanner.restart();
    }
    state = State.NAME;
    nameLength = 0;
  }
}
