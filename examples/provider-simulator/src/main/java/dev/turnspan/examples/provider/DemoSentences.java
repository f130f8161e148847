/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import java.util.List;

/** The sentences of the demo. */
final class DemoSentences {

  private static final int LONGEST_QUOTE = 200;

  private DemoSentences() {}

  static String reasoning(Prompt prompt) {
    String end = prompt.toolResults().isEmpty() ? "" : " The tool has answered, so I can conclude.";
    return "The user asks about " + topic(prompt.question()) + "." + end;
  }

  static String answer(Prompt prompt) {
    List<String> results = prompt.toolResults();
    String answer =
        results.isEmpty()
            ? "You wrote \"%s\". I am a simulated model, so all I can tell you about %s is that I read it."
                .formatted(quote(prompt.question()), topic(prompt.question()))
            : "You asked \"%s\". The tool says: %s."
                .formatted(quote(prompt.question()), quote(String.join("; ", results)));
    return answer + history(prompt.questions());
  }

  private static String history(List<String> questions) {
    return questions.size() < 2
        ? ""
        : " You asked %d things so far; the first was \"%s\"."
            .formatted(questions.size(), quote(questions.get(0)));
  }

  private static String topic(String question) {
    List<String> words =
        Words.in(question).stream().filter(word -> !Words.isEmptyWord(word)).limit(6).toList();
    return words.isEmpty() ? "that" : String.join(" ", words);
  }

  private static String quote(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
  }
}
