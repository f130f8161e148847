/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.mcp;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.ServerRequest;
import java.util.ArrayList;
import java.util.List;

/** The models that ask for tools. */
final class Models {

  private Models() {}

  /** Runs the tools of a model's answer. */
  @FunctionalInterface
  interface ToolLoop {
    void run(Observation seen, List<String> names) throws Exception;
  }

  /** Handles a request: asks the model, runs the tools it asks for, asks again. */
  static void turn(Observation seen, String script, String scenario, String tool, ToolLoop loop)
      throws Exception {
    ServerRequest.handle(seen, inside -> loop(inside, model(script, scenario), tool, loop));
  }

  static ChatModel model(String script, String scenario) {
    return OpenAiChatModel.builder()
        .baseUrl(Program.provider())
        .apiKey(Program.key())
        .modelName("sim-" + script + "-s" + scenario)
        .maxRetries(0)
        .build();
  }

  static ToolSpecification specification(String tool) {
    return ToolSpecification.builder()
        .name(tool)
        .parameters(JsonObjectSchema.builder().addStringProperty("city").build())
        .build();
  }

  private static void loop(Observation seen, ChatModel model, String tool, ToolLoop loop)
      throws Exception {
    List<ChatMessage> messages = new ArrayList<>(List.of(UserMessage.from("hi")));
    AiMessage asking = ask(model, messages, tool);
    messages.add(asking);
    loop.run(seen, asking.toolExecutionRequests().stream().map(request -> request.name()).toList());
    asking
        .toolExecutionRequests()
        .forEach(request -> messages.add(ToolExecutionResultMessage.from(request, "done")));
    seen.value("answer", ask(model, messages, tool).text());
  }

  private static AiMessage ask(ChatModel model, List<ChatMessage> messages, String tool) {
    return model
        .chat(
            ChatRequest.builder()
                .messages(messages)
                .toolSpecifications(specification(tool))
                .build())
        .aiMessage();
  }
}
