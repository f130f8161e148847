/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat.web;

import dev.turnspan.examples.chat.ChatSettings;
import dev.turnspan.examples.chat.openai.OpenAiChat;
import dev.turnspan.examples.chat.openai.OpenAiResponses;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The same questions, answered with openai-java. */
@RestController
@RequestMapping("/openai")
class OpenAiController {

  private final OpenAiChat chat;
  private final OpenAiResponses responses;
  private final AsyncTaskExecutor executor;
  private final int maxLength;

  OpenAiController(
      OpenAiChat chat,
      OpenAiResponses responses,
      AsyncTaskExecutor applicationTaskExecutor,
      ChatSettings settings) {
    this.chat = chat;
    this.responses = responses;
    this.executor = applicationTaskExecutor;
    this.maxLength = settings.maxMessageLength();
  }

  @PostMapping("/chat")
  ChatAnswer chat(@RequestBody ChatRequest request) {
    String message = request.requireMessage(maxLength);
    return new ChatAnswer(chat.answer(message, request.checkedModel()));
  }

  @PostMapping(path = "/chat/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter stream(@RequestBody ChatRequest request) {
    String message = request.requireMessage(maxLength);
    @Nullable String model = request.checkedModel();
    SseAnswer answer = new SseAnswer();
    // The SDK's stream is pulled, so it needs a thread of its own.
    executor.execute(() -> chat.stream(message, model, answer));
    return answer.emitter();
  }

  @PostMapping("/responses")
  ChatAnswer responses(@RequestBody ChatRequest request) {
    String message = request.requireMessage(maxLength);
    return new ChatAnswer(
        responses.answer(request.checkedConversationId(), message, request.checkedModel()));
  }
}
