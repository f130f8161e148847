/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.langchain4j;

import static dev.turnspan.it.langchain4j.Models.blocking;
import static dev.turnspan.it.langchain4j.Models.name;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tools that the application runs itself, on the level of the models. */
final class ToolsByHand {

  private ToolsByHand() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("toolTurn", seen -> loop(seen, name("tool", "toolTurn")));
    scenarios.put("parallelTools", seen -> loop(seen, name("tools2", "parallelTools")));
  }

  static void loop(Observation seen, String name) {
    ChatModel model = blocking(name).build();
    List<ChatMessage> messages = new ArrayList<>(List.of(UserMessage.from("hi")));
    ChatResponse answer = model.chat(request(messages));
    seen.value("answer", Models.describe(answer));
    messages.add(answer.aiMessage());
    for (ToolExecutionRequest request : answer.aiMessage().toolExecutionRequests()) {
      seen.value("tool", request.id());
      messages.add(ToolExecutionResultMessage.from(request, "result"));
    }
    seen.value("answer", Models.describe(model.chat(request(messages))));
  }

  private static ChatRequest request(List<ChatMessage> messages) {
    return ChatRequest.builder()
        .messages(messages)
        .toolSpecifications(
            ToolSpecification.builder().name("weather").build(),
            ToolSpecification.builder().name("population").build())
        .build();
  }
}
