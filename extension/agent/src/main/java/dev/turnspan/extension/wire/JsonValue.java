/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The value under way, in fixed space: what is too long for it is not kept. */
final class JsonValue {

  /** Longer than any name or id that is worth an attribute. */
  static final int TEXT_LIMIT = 256;

  private static final long TOO_LARGE = Long.MAX_VALUE / 10 - 1;

  private final byte[] text = new byte[TEXT_LIMIT];
  private int length;
  private boolean longer;
  private long number;
  private boolean whole;
  private boolean readable;
  private boolean truth;
  private boolean string;

  void startText() {
    length = 0;
    longer = false;
    string = false;
    truth = false;
    number = -1;
  }

  void add(byte b) {
    if (length < TEXT_LIMIT) {
      text[length++] = b;
    } else {
      longer = true;
    }
  }

  /** A character that was written as an escape. Halves of a pair become a question mark each. */
  void addCharacter(char c) {
    if (c < 0x80) {
      add((byte) c);
    } else if (c < 0x800) {
      add((byte) (0xC0 | (c >> 6)));
      add((byte) (0x80 | (c & 0x3F)));
    } else if (Character.isSurrogate(c)) {
      add((byte) '?');
    } else {
      add((byte) (0xE0 | (c >> 12)));
      add((byte) (0x80 | ((c >> 6) & 0x3F)));
      add((byte) (0x80 | (c & 0x3F)));
    }
  }

  /** Something is there, but is not looked at. */
  void mark() {
    length = 1;
  }

  void startNumber(byte first) {
    startText();
    number = 0;
    whole = true;
    readable = true;
    addToNumber(first);
  }

  /** Digits count up to the point; with an exponent, and below zero, there is nothing to count. */
  void addToNumber(byte b) {
    if (b >= '0' && b <= '9') {
      if (whole) {
        readable &= number < TOO_LARGE;
        number = readable ? number * 10 + (b - '0') : 0;
      }
    } else if (b == '.') {
      whole = false;
    } else {
      readable = false;
    }
  }

  void truth(boolean value) {
    startText();
    truth = value;
    length = 1;
  }

  byte[] bytes() {
    return text;
  }

  int length() {
    return longer ? -1 : length;
  }

  boolean isEmpty() {
    return length == 0;
  }

  boolean isTrue() {
    return truth;
  }

  /** A count; -1 if this is none. */
  long number() {
    return readable ? number : -1;
  }

  void endNumber() {
    length = 1;
  }

  void endText() {
    string = true;
    readable = false;
  }

  boolean isString() {
    return string;
  }

  /** Null if it is too long. */
  @Nullable String text() {
    return longer ? null : new String(text, 0, length, StandardCharsets.UTF_8);
  }
}
