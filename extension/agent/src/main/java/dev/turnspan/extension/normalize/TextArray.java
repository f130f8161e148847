/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the texts of a JSON array, and of the look-alikes that {@code List.toString()} and Python
 * print. What is broken off or nested gives the texts up to there; nothing throws.
 */
final class TextArray {

  // An answer has a handful of choices; more is no list of finish reasons.
  private static final int MAX_TEXTS = 64;

  private final String text;
  private int at = 1;

  private TextArray(String text) {
    this.text = text;
  }

  /** The texts of an array; the text must start with the opening bracket. */
  static List<String> parse(String text) {
    TextArray array = new TextArray(text);
    List<String> texts = new ArrayList<>();
    while (texts.size() < MAX_TEXTS && array.skipToText()) {
      char c = text.charAt(array.at);
      texts.add(c == '"' || c == '\'' ? array.quoted(c) : array.bare());
    }
    return texts;
  }

  private boolean skipToText() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ']') {
        return false;
      }
      if (c != ',' && !Character.isWhitespace(c)) {
        return true;
      }
      at++;
    }
    return false;
  }

  private String quoted(char quote) {
    StringBuilder read = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      // Reasons are plain words: an escaped character stands for itself, which is right for quotes
      // and backslashes, the only ones that could end a text early.
      read.append(c == '\\' && at < text.length() ? text.charAt(at++) : c);
    }
    at++;
    return read.toString();
  }

  private String bare() {
    int start = at;
    while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != ']') {
      at++;
    }
    return text.substring(start, at).strip();
  }
}
