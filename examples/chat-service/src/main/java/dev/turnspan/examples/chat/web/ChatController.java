/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat.web;

import dev.turnspan.examples.chat.ChatSettings;
import dev.turnspan.examples.chat.assistant.AssistantChat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Conversations with the LangChain4j assistant. */
@RestController
class ChatController {

  private final AssistantChat chat;
  private final int maxLength;

  ChatController(AssistantChat chat, ChatSettings settings) {
    this.chat = chat;
    this.maxLength = settings.maxMessageLength();
  }

  @PostMapping("/chat")
  ChatAnswer chat(@RequestBody ChatRequest request) {
    String conversationId = request.requireConversationId();
    String message = request.requireMessage(maxLength);
    return new ChatAnswer(chat.answer(conversationId, message, request.checkedModel()));
  }

  @PostMapping(path = "/chat/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter stream(@RequestBody ChatRequest request) {
    String conversationId = request.requireConversationId();
    String message = request.requireMessage(maxLength);
    @Nullable String model = request.checkedModel();
    SseAnswer answer = new SseAnswer();
    chat.stream(conversationId, message, model, answer);
    return answer.emitter();
  }
}
