/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip on its way to another reader, through one buffer of fixed size. What is no gzip
 * leaves the rest of the body unread.
 */
final class GzipReader implements BodyReader {

  private static final int BUFFER = 8192;
  private static final int HEAD = 10;
  private static final int TRAILER = 8;
  private static final int CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private enum State {
    HEAD,
    EXTRA_LENGTH,
    EXTRA,
    NAME,
    COMMENT,
    CHECKSUM,
    BODY,
    TRAILER,
    BROKEN
  }

  private final BodyReader reader;
  private final Inflater inflater = new Inflater(/* nowrap= */ true);
  private final byte[] out = new byte[BUFFER];
  private final ByteBuffer unpacked = ByteBuffer.wrap(out);
  private State state = State.HEAD;
  private int flags;
  private int count;
  private int extra;

  GzipReader(BodyReader reader) {
    this.reader = reader;
  }

  @Override
  public void read(ByteBuffer bytes, int from, int to) {
    int i = from;
    while (i < to && state != State.BROKEN) {
      if (state == State.BODY) {
        i = inflate(bytes, i, to);
      } else {
        frame(bytes.get(i++) & 0xFF);
      }
    }
  }

  @Override
  public void end() {
    inflater.end();
    state = State.BROKEN;
    reader.end();
  }

  private int inflate(ByteBuffer bytes, int from, int to) {
    // A view: the position of the application's buffer must not move.
    ByteBuffer in = bytes.duplicate();
    in.limit(to);
    in.position(from);
    inflater.setInput(in);
    try {
      int length = inflater.inflate(out);
      while (length > 0) {
        reader.read(unpacked, 0, length);
        length = inflater.inflate(out);
      }
      if (inflater.finished()) {
        enter(State.TRAILER);
      } else if (inflater.needsDictionary() || in.hasRemaining()) {
        state = State.BROKEN;
      }
    } catch (DataFormatException e) {
      state = State.BROKEN;
    }
    int read = to - in.remaining();
    // The inflater would keep the application's buffer until the next part.
    inflater.setInput(ByteBuffer.allocate(0));
    return read;
  }

  private void frame(int b) {
    count++;
    switch (state) {
      case HEAD -> head(b);
      case EXTRA_LENGTH -> {
        extra |= b << ((count - 1) * Byte.SIZE);
        if (count == 2) {
          enter(extra == 0 ? afterExtra() : State.EXTRA);
        }
      }
      case EXTRA -> enterIf(count == extra, afterExtra());
      case NAME -> enterIf(b == 0, afterName());
      case COMMENT -> enterIf(b == 0, afterComment());
      case CHECKSUM -> enterIf(count == CHECKSUM, State.BODY);
      default -> {
        if (count == TRAILER) {
          inflater.reset();
          enter(State.HEAD);
        }
      }
    }
  }

  private void head(int b) {
    boolean wrong =
        (count == 1 && b != 0x1F) || (count == 2 && b != 0x8B) || (count == 3 && b != 8);
    if (wrong) {
      state = State.BROKEN;
    } else if (count == 4) {
      flags = b;
    } else if (count == HEAD) {
      extra = 0;
      enter((flags & EXTRA) != 0 ? State.EXTRA_LENGTH : afterExtra());
    }
  }

  private State afterExtra() {
    return (flags & NAME) != 0 ? State.NAME : afterName();
  }

  private State afterName() {
    return (flags & COMMENT) != 0 ? State.COMMENT : afterComment();
  }

  private State afterComment() {
    return (flags & CHECKSUM) != 0 ? State.CHECKSUM : State.BODY;
  }

  private void enterIf(boolean due, State following) {
    if (due) {
      enter(following);
    }
  }

  private void enter(State following) {
    state = following;
    count = 0;
  }
}
