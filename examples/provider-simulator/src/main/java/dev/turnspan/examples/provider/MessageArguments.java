/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values out of a user's message. Numbers come in the order of the message. Texts are the quoted
 * ones, then the names (capitals inside a sentence), then the remaining words.
 */
final class MessageArguments implements ArgumentSource {

  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(?:\\.\\d+)?");
  private static final Pattern QUOTED =
      Pattern.compile("\"([^\"]+)\"|\u201c([^\u201d]+)\u201d|(?<!\\w)'([^']+)'(?!\\w)");
  private static final Pattern NAME =
      Pattern.compile("(?<=[^.!?\\s]\\s)\\p{Lu}[\\p{L}-]*(?:\\s\\p{Lu}[\\p{L}-]*)*");

  private final String message;
  private final Deque<BigDecimal> numbers = new ArrayDeque<>();
  private final Deque<String> texts = new ArrayDeque<>();

  MessageArguments(Tool tool, String message) {
    this.message = message;
    String unquoted = QUOTED.matcher(message).replaceAll(" ");
    Matcher number = NUMBER.matcher(unquoted);
    while (number.find()) {
      numbers.add(new BigDecimal(number.group()));
    }
    Matcher quoted = QUOTED.matcher(message);
    while (quoted.find()) {
      texts.add(firstGroup(quoted));
    }
    Matcher name = NAME.matcher(unquoted);
    while (name.find()) {
      if (!Words.isEmptyWord(name.group())) {
        texts.add(name.group());
      }
    }
    String rest = rest(tool, unquoted);
    if (texts.isEmpty() && !rest.isEmpty()) {
      texts.add(rest);
    }
  }

  private static String firstGroup(Matcher matcher) {
    for (int i = 1; i <= matcher.groupCount(); i++) {
      String group = matcher.group(i);
      if (group != null) {
        return group;
      }
    }
    return "";
  }

  /** The words that neither name the tool nor are numbers. */
  private static String rest(Tool tool, String message) {
    Set<String> toolWords = Words.keys(tool.name());
    List<String> rest = new ArrayList<>();
    for (String word : Words.in(message)) {
      boolean number = Character.isDigit(word.charAt(word.length() - 1));
      if (!number && !Words.isEmptyWord(word) && !toolWords.contains(Words.key(word))) {
        rest.add(word);
      }
    }
    return String.join(" ", rest);
  }

  @Override
  public Optional<BigDecimal> number() {
    return Optional.ofNullable(numbers.poll());
  }

  @Override
  public Optional<String> oneOf(List<String> choices) {
    Set<String> said = Words.keys(message);
    String lower = message.toLowerCase(Locale.ROOT);
    return choices.stream()
        .filter(
            choice ->
                said.containsAll(Words.keys(choice))
                    && (!Words.keys(choice).isEmpty()
                        || lower.contains(choice.toLowerCase(Locale.ROOT))))
        .findFirst();
  }

  @Override
  public Optional<String> text() {
    return Optional.ofNullable(texts.poll());
  }

  /** A message rarely says yes or no to a flag, so the default of the tool is better. */
  @Override
  public Optional<Boolean> flag() {
    return Optional.empty();
  }
}
