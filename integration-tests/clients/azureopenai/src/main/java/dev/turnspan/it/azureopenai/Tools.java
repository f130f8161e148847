/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.azureopenai;

import static dev.turnspan.it.azureopenai.Clients.chatWithTools;
import static dev.turnspan.it.azureopenai.Clients.model;

import com.azure.ai.openai.OpenAIClient;
import com.azure.ai.openai.models.ChatCompletions;
import com.azure.ai.openai.models.ChatCompletionsOptions;
import com.azure.ai.openai.models.ChatCompletionsToolCall;
import com.azure.ai.openai.models.ChatRequestAssistantMessage;
import com.azure.ai.openai.models.ChatRequestToolMessage;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.List;
import java.util.Map;

/** The application runs the tools itself. */
final class Tools {

  private Tools() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("toolTurn", seen -> turn(seen, model("tool", "toolTurn")));
    scenarios.put("parallelTools", seen -> turn(seen, model("tools2", "parallelTools")));
    scenarios.put(
        "toolCallOnly",
        seen ->
            Clients.STRICT
                .buildClient()
                .getChatCompletionsStream(model("usage-tool", "toolCallOnly"), chatWithTools())
                .forEach(chunk -> seen.value("chunk", Clients.describe(chunk))));
  }

  private static void turn(Observation seen, String model) {
    OpenAIClient client = Clients.STRICT.buildClient();
    ChatCompletionsOptions options = chatWithTools();
    ChatCompletions asking = client.getChatCompletions(model, options);
    seen.value("asking", Clients.describe(asking));
    List<ChatCompletionsToolCall> calls = asking.getChoices().get(0).getMessage().getToolCalls();
    options.getMessages().add(new ChatRequestAssistantMessage("").setToolCalls(calls));
    calls.forEach(
        call -> options.getMessages().add(new ChatRequestToolMessage("result", call.getId())));
    seen.value("answer", Clients.describe(client.getChatCompletions(model, options)));
  }
}
