/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat.assistant;

import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.memory.ChatMemoryAccess;
import dev.turnspan.examples.chat.SystemPrompt;

/**
 * The AI service that LangChain4j implements: one memory per conversation, for both ways to ask.
 */
public interface Assistant extends ChatMemoryAccess {

  /** The whole answer at once. */
  @SystemMessage(SystemPrompt.TEXT)
  String chat(
      @MemoryId String conversationId,
      @UserMessage String message,
      ChatRequestParameters parameters);

  /** The answer as it is generated. */
  @SystemMessage(SystemPrompt.TEXT)
  TokenStream stream(
      @MemoryId String conversationId,
      @UserMessage String message,
      ChatRequestParameters parameters);
}
