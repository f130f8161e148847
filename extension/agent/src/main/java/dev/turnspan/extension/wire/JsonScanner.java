/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import dev.turnspan.extension.wire.FactTable.Node;
import dev.turnspan.extension.wire.FactTable.Row;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as it comes, however its bytes are split, and tells of what a table names. It keeps a
 * few hundred bytes whatever the body: of what is not named nothing, of the rest one value. It does
 * not judge: what any JSON parser would refuse may pass, or ends the event. Root values may follow
 * each other, each an event; of an array at the root each element is one.
 */
final class JsonScanner {

  private enum State {
    VALUE,
    VALUE_OR_END,
    KEY,
    KEY_OR_END,
    COLON,
    AFTER_VALUE,
    TEXT,
    ESCAPE,
    HEX,
    NUMBER,
    WORD,
    BROKEN
  }

  private final Node root;
  private final FactListener listener;
  private final JsonValue value = new JsonValue();
  private final Nesting nesting = new Nesting();
  private State state = State.VALUE;
  private int eventDepth;
  private @Nullable Node next;
  private boolean inKey;
  private boolean capturing;
  private byte word;
  private int hex;
  private int hexDigits;

  JsonScanner(FactTable table, FactListener listener) {
    this.root = table.root();
    this.listener = listener;
    this.next = root;
  }

  /** The bytes of a buffer between two positions; its own position is left alone. */
  void read(ByteBuffer bytes, int from, int to) {
    int i = from;
    while (i < to && state != State.BROKEN) {
      if (state == State.TEXT && !capturing) {
        int end = skipText(bytes, i, to);
        if (end > i) {
          value.mark();
        }
        i = end;
      }
      if (i < to) {
        read(bytes.get(i++));
      }
    }
  }

  /** What comes next is another event, whether or not the last one was complete. */
  void restart() {
    if (nesting.depth() > eventDepth || state == State.BROKEN) {
      listener.broken();
    }
    nesting.clear();
    eventDepth = 0;
    next = root;
    state = State.VALUE;
  }

  boolean isBroken() {
    return state == State.BROKEN;
  }

  /** Most of a body is text that nobody asks for. */
  private static int skipText(ByteBuffer bytes, int from, int to) {
    int i = from;
    while (i < to) {
      byte b = bytes.get(i);
      if (b == '"' || b == '\\') {
        break;
      }
      i++;
    }
    return i;
  }

  private void read(byte b) {
    switch (state) {
      case TEXT -> text(b);
      case ESCAPE -> escape(b);
      case HEX -> hex(b);
      case NUMBER -> number(b);
      case WORD -> word(b);
      default -> structure(b);
    }
  }

  private void structure(byte b) {
    if (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
      return;
    }
    switch (state) {
      case VALUE -> value(b);
      case VALUE_OR_END -> {
        if (b == ']') {
          pop();
        } else {
          value(b);
        }
      }
      case KEY, KEY_OR_END -> {
        if (b == '"') {
          startText(/* key= */ true);
        } else if (b == '}' && state == State.KEY_OR_END) {
          pop();
        } else {
          state = State.BROKEN;
        }
      }
      case COLON -> state = b == ':' ? State.VALUE : State.BROKEN;
      default -> afterValue(b);
    }
  }

  private void value(byte b) {
    switch (b) {
      case '"' -> startText(/* key= */ false);
      case '{' -> push(/* object= */ true);
      case '[' -> push(/* object= */ false);
      case 't', 'f', 'n' -> {
        word = b;
        state = State.WORD;
      }
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
        value.startNumber(b);
        state = State.NUMBER;
      }
      default -> state = State.BROKEN;
    }
  }

  private void afterValue(byte b) {
    boolean object = nesting.isObject();
    if (b == ',') {
      state = object ? State.KEY : State.VALUE;
      next = object ? null : element();
    } else if (b == (object ? '}' : ']')) {
      pop();
    } else {
      state = State.BROKEN;
    }
  }

  private void push(boolean object) {
    if (nesting.depth() == 0 && !object) {
      eventDepth = 1;
    }
    if (!nesting.push(object, next)) {
      state = State.BROKEN;
      return;
    }
    next = object ? null : element();
    state = object ? State.KEY_OR_END : State.VALUE_OR_END;
  }

  private void pop() {
    Node ended = nesting.isObject() ? nesting.node() : null;
    if (ended != null) {
      for (int i = 0; i < ended.ends().size(); i++) {
        listener.ended(ended.ends().get(i));
      }
    }
    nesting.pop();
    done();
    if (nesting.depth() == 0 && eventDepth == 1) {
      eventDepth = 0;
    } else if (nesting.depth() == eventDepth) {
      listener.complete();
    }
  }

  /** A value is complete. */
  private void done() {
    boolean atRoot = nesting.depth() == 0;
    state = atRoot ? State.VALUE : State.AFTER_VALUE;
    next = atRoot ? root : null;
  }

  /** The elements of an array at the root are read as roots. */
  private @Nullable Node element() {
    if (nesting.depth() == 1 && eventDepth == 1) {
      return root;
    }
    Node node = nesting.node();
    return node == null ? null : node.element();
  }

  private void startText(boolean key) {
    inKey = key;
    Node node = key ? nesting.node() : next;
    capturing = node != null && (key ? node.hasKeys() : node.isCapturing());
    value.startText();
    state = State.TEXT;
  }

  private void text(byte b) {
    if (b == '\\') {
      state = State.ESCAPE;
    } else if (b != '"') {
      value.add(b);
    } else if (inKey) {
      Node node = nesting.node();
      next = node == null || !capturing ? null : node.child(value.bytes(), value.length());
      state = State.COLON;
    } else {
      value.endText();
      found();
      done();
    }
  }

  private void escape(byte b) {
    state = State.TEXT;
    switch (b) {
      case 'u' -> {
        hex = 0;
        hexDigits = 0;
        state = State.HEX;
      }
      case 'n' -> value.add((byte) '\n');
      case 't' -> value.add((byte) '\t');
      case 'r' -> value.add((byte) '\r');
      case 'b' -> value.add((byte) '\b');
      case 'f' -> value.add((byte) '\f');
      default -> value.add(b);
    }
  }

  private void hex(byte b) {
    int digit = Character.digit(b, 16);
    if (digit < 0) {
      state = State.BROKEN;
      return;
    }
    hex = (hex << 4) | digit;
    if (++hexDigits == 4) {
      value.addCharacter((char) hex);
      state = State.TEXT;
    }
  }

  private void number(byte b) {
    if ((b >= '0' && b <= '9') || b == '.' || b == 'e' || b == 'E' || b == '+' || b == '-') {
      value.addToNumber(b);
      return;
    }
    value.endNumber();
    if (value.number() >= 0) {
      found();
    }
    done();
    read(b);
  }

  private void word(byte b) {
    if (b >= 'a' && b <= 'z') {
      return;
    }
    if (word != 'n') {
      value.truth(word == 't');
      found();
    }
    done();
    read(b);
  }

  private void found() {
    Node node = next;
    if (node == null) {
      return;
    }
    List<Row> rows = node.rows();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.matches(value.bytes(), value.length())) {
        listener.found(row.fact(), value);
      }
    }
  }
}
