/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.turnspan.it.program.Program;
import java.util.ArrayList;
import java.util.List;

/** A model of LangChain4j, without its services. */
final class LangChain4jDialog implements Dialog {

  private final ChatModel model;
  private final List<ChatMessage> messages = new ArrayList<>(List.of(UserMessage.from("hi")));

  LangChain4jDialog(String model) {
    this.model = model(model);
  }

  static OpenAiChatModel model(String name) {
    return OpenAiChatModel.builder()
        .baseUrl(Program.provider())
        .apiKey(Program.key())
        .modelName(name)
        .maxRetries(0)
        .build();
  }

  @Override
  public List<ToolCall> ask() {
    AiMessage answer =
        model
            .chat(
                ChatRequest.builder()
                    .messages(messages)
                    .toolSpecifications(
                        ToolSchemas.NAMES.stream()
                            .map(name -> ToolSpecification.builder().name(name).build())
                            .toList())
                    .build())
            .aiMessage();
    messages.add(answer);
    return answer.toolExecutionRequests().stream()
        .map(request -> new ToolCall(request.id(), request.name()))
        .toList();
  }

  @Override
  public void result(ToolCall call, String text) {
    messages.add(
        ToolExecutionResultMessage.from(
            ToolExecutionRequest.builder().id(call.id()).name(call.name()).build(), text));
  }
}
