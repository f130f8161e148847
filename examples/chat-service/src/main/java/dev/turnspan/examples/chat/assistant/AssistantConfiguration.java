/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat.assistant;

import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.service.AiServices;
import dev.turnspan.examples.chat.ChatSettings;
import dev.turnspan.examples.chat.tools.DateCalculator;
import dev.turnspan.examples.chat.tools.LoanCalculator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires LangChain4j by hand. */
@Configuration(proxyBeanMethods = false)
class AssistantConfiguration {

  private static final int REMEMBERED_MESSAGES = 20;
  private static final int MAX_TOOL_ROUNDS = 8;

  @Bean
  ChatModel chatModel(ChatSettings settings) {
    return OpenAiChatModel.builder()
        .baseUrl(settings.providerUrl())
        .apiKey(settings.providerKey())
        .modelName(settings.model())
        .timeout(settings.timeout())
        .maxRetries(settings.maxRetries())
        .build();
  }

  @Bean
  StreamingChatModel streamingChatModel(ChatSettings settings) {
    return OpenAiStreamingChatModel.builder()
        .baseUrl(settings.providerUrl())
        .apiKey(settings.providerKey())
        .modelName(settings.model())
        .timeout(settings.timeout())
        .build();
  }

  @Bean
  Assistant assistant(ChatModel chatModel, StreamingChatModel streamingChatModel) {
    return AiServices.builder(Assistant.class)
        .chatModel(chatModel)
        .streamingChatModel(streamingChatModel)
        .chatMemoryProvider(
            id -> MessageWindowChatMemory.builder().id(id).maxMessages(REMEMBERED_MESSAGES).build())
        .tools(new LoanCalculator(), new DateCalculator())
        .maxToolCallingRoundTrips(MAX_TOOL_ROUNDS)
        .build();
  }
}
