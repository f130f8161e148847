/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads named values out of the text of an object: JSON, and what Python prints of a dictionary
 * (single quotes, {@code None}, {@code True}). Lists are passed over. What is broken off gives the
 * values up to there; nothing throws, and no text is looked at beyond a limit.
 */
final class NestedTexts {

  // Usage is at the head of no text, but texts with usage are not books either.
  private static final int MAX_LENGTH = 1 << 18;
  private static final int MAX_VALUE = 1 << 10;
  private static final String LIST = "[";

  private final String text;
  private final int end;
  private final Set<String> wanted;
  private final Map<String, Object> found = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private String path = "";
  private int at;

  private NestedTexts(String text, Collection<String> wanted) {
    this.text = text;
    this.end = Math.min(text.length(), MAX_LENGTH);
    this.wanted = new HashSet<>(wanted);
  }

  /**
   * The values at some paths, names joined by dots.
   *
   * @return texts, and numbers and truth values as texts; null, None and missing ones are absent
   */
  static Map<String, Object> read(String text, Collection<String> paths) {
    NestedTexts reader = new NestedTexts(text, paths);
    reader.read();
    return reader.found;
  }

  private void read() {
    String key = "";
    boolean isKey = false;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '{' || c == '[') {
        open.push(path);
        path = c == '[' ? LIST : join(key);
        isKey = c == '{';
        at++;
      } else if (c == '}' || c == ']') {
        if (open.isEmpty()) {
          return;
        }
        path = open.pop();
        at++;
      } else if (c == ',') {
        isKey = !path.equals(LIST);
        at++;
      } else if (c == ':') {
        isKey = false;
        at++;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        boolean quoted = c == '"' || c == '\'';
        String read = quoted ? quoted(c) : bare();
        if (isKey) {
          key = read;
        } else if (!open.isEmpty()) {
          keep(join(key), read, quoted);
        }
      }
    }
  }

  private void keep(String name, String value, boolean quoted) {
    boolean nothing = !quoted && (value.equals("null") || value.equals("None"));
    if (!nothing && wanted.contains(name)) {
      // Of two values with one name the first counts, whatever a parser would do: it is the same
      // everywhere.
      found.putIfAbsent(name, value);
    }
  }

  /** The path of a member of what is open; what is in a list has none. */
  private String join(String key) {
    if (open.isEmpty() || path.equals(LIST) || path.startsWith(LIST)) {
      return open.isEmpty() ? "" : LIST;
    }
    return path.isEmpty() ? key : path + '.' + key;
  }

  private String quoted(char quote) {
    StringBuilder read = new StringBuilder();
    at++;
    while (at < end && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      if (c == '\\' && at < end) {
        c = text.charAt(at++);
      }
      if (read.length() < MAX_VALUE) {
        read.append(c);
      }
    }
    at++;
    return read.toString();
  }

  private String bare() {
    int start = at;
    while (at < end && ",:{}[]\"'".indexOf(text.charAt(at)) < 0 && !isSpace(text.charAt(at))) {
      at++;
    }
    return text.substring(start, Math.min(at, start + MAX_VALUE));
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c);
  }
}
