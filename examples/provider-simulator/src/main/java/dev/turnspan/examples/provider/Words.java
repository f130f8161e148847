/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of messages and of identifiers, made comparable. */
final class Words {

  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:'\\p{L}+)?|-?\\d+(?:\\.\\d+)?");
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          ("a an and are as at be by can could do does for from get give has have how i i'd i'm if"
                  + " in into is it its let like me my need of on one or our please show tell than"
                  + " that the their them then there these this to up us use want was we what"
                  + " what's when where which who will with would you your")
              .split(" ", -1));

  private Words() {}

  static List<String> in(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  static boolean isEmptyWord(String word) {
    return EMPTY_WORDS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** The comparable words that say something; identifiers are taken apart. */
  static Set<String> keys(String text) {
    String apart = text.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2");
    Set<String> keys = new LinkedHashSet<>();
    for (String word : in(apart)) {
      if (!isEmptyWord(word)) {
        keys.add(key(word));
      }
    }
    return keys;
  }

  /** Lower case and without a plural ending. */
  static String key(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.length() > 3 && lower.endsWith("s") && !lower.endsWith("ss")
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }
}
