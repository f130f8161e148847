/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the tool that a message is about by the words that they share. */
final class ToolChoice {

  /** One word of a tool's name, or two of its description. */
  private static final int LEAST_SCORE = 2;

  private ToolChoice() {}

  /** The tools that the message names; else the one that fits best, if one does. */
  static List<Tool> choose(List<Tool> tools, String message) {
    Set<String> asked = Words.keys(message);
    List<Tool> named =
        tools.stream().filter(tool -> asked.containsAll(Words.keys(tool.name()))).toList();
    return named.isEmpty() ? best(tools, asked).stream().toList() : named;
  }

  private static Optional<Tool> best(List<Tool> tools, Set<String> asked) {
    Tool best = null;
    int bestScore = LEAST_SCORE - 1;
    for (Tool tool : tools) {
      int score = score(tool, asked);
      if (score > bestScore) {
        best = tool;
        bestScore = score;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int score(Tool tool, Set<String> asked) {
    int score = 3 * shared(tool.name(), asked) + shared(tool.description(), asked);
    for (Map.Entry<String, JsonNode> property : tool.parameters().path("properties").properties()) {
      JsonNode schema = property.getValue();
      score += shared(property.getKey(), asked);
      score += shared(schema.path("description").asText(""), asked);
      score += 2 * shared(String.join(" ", ToolArguments.strings(schema.path("enum"))), asked);
    }
    return score;
  }

  private static int shared(String text, Set<String> asked) {
    Set<String> words = new HashSet<>(Words.keys(text));
    words.retainAll(asked);
    return words.size();
  }
}
