/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.propagation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnspan.extension.engine.TurnReference;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a turn looks on its way: version, turn id, index of the step, and, if it is known, the
 * percent-encoded conversation id; separated by semicolons. Whatever looks different is not ours.
 */
final class TurnHeader {

  /** Of the header, or of a message's property. */
  static final String NAME = "turnspan-turn";

  private static final int LONGEST = 512;
  private static final Pattern VALUE =
      Pattern.compile(
          "1;([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12});(\\d{1,6})"
              + "(?:;((?:[A-Za-z0-9._*-]|%[0-9A-F]{2})+))?");

  private TurnHeader() {}

  static String write(TurnReference turn) {
    String value = "1;" + turn.turnId() + ';' + turn.step();
    String conversation = turn.conversationId();
    if (conversation == null || conversation.length() > LONGEST) {
      return value;
    }
    String whole = value + ';' + URLEncoder.encode(conversation, UTF_8).replace("+", "%20");
    return whole.length() > LONGEST ? value : whole;
  }

  static @Nullable TurnReference read(@Nullable String value) {
    if (value == null || value.length() > LONGEST) {
      return null;
    }
    Matcher matcher = VALUE.matcher(value);
    if (!matcher.matches()) {
      return null;
    }
    String encoded = matcher.group(3);
    String conversation = encoded == null ? null : URLDecoder.decode(encoded, UTF_8);
    boolean printable = conversation == null || conversation.chars().noneMatch(TurnHeader::isOdd);
    return printable
        ? new TurnReference(matcher.group(1), Integer.parseInt(matcher.group(2)), conversation)
        : null;
  }

  /** Control characters, and what stands for bytes that are no text. */
  private static boolean isOdd(int character) {
    return Character.isISOControl(character) || character == '\uFFFD';
  }
}
