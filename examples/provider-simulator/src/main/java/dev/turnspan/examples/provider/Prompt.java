/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a request asks, whichever API it came through; {@code body} is kept to be echoed. */
record Prompt(
    String model,
    boolean stream,
    boolean usageRequested,
    List<Message> messages,
    List<Tool> tools,
    ObjectNode body) {

  static String requiredModel(ObjectNode body) throws ApiError {
    JsonNode model = body.path("model");
    if (!model.isTextual() || model.asText().isEmpty()) {
      throw ApiError.badRequest("you must provide a model parameter");
    }
    return model.asText();
  }

  /** The messages from the last user message on; all of them when there is none. */
  List<Message> currentTurn() {
    int start = 0;
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i).role() == Message.Role.USER) {
        start = i;
      }
    }
    return messages.subList(start, messages.size());
  }

  /** How often tools were run in this turn: parallel results stand together and count once. */
  int toolRounds() {
    int rounds = 0;
    boolean inGroup = false;
    for (Message message : currentTurn()) {
      boolean result = message.role() == Message.Role.TOOL;
      rounds += result && !inGroup ? 1 : 0;
      inGroup = result;
    }
    return rounds;
  }

  String question() {
    List<String> asked = questions();
    return asked.isEmpty() ? "" : asked.get(asked.size() - 1);
  }

  List<String> questions() {
    return texts(messages, Message.Role.USER);
  }

  List<String> toolResults() {
    return texts(currentTurn(), Message.Role.TOOL);
  }

  private static List<String> texts(List<Message> messages, Message.Role role) {
    return messages.stream().filter(m -> m.role() == role).map(Message::text).toList();
  }
}
