/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat.assistant;

import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.turnspan.examples.chat.AnswerSink;
import dev.turnspan.examples.chat.ProviderException;
import dev.turnspan.examples.chat.RecentConversations;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Asks the assistant. */
@Service
public class AssistantChat {

  private static final int REMEMBERED_CONVERSATIONS = 1000;

  private final Assistant assistant;
  private final RecentConversations<Instant> lastUsed;

  AssistantChat(Assistant assistant) {
    this.assistant = assistant;
    this.lastUsed = new RecentConversations<>(REMEMBERED_CONVERSATIONS, assistant::evictChatMemory);
  }

  /** The whole answer; {@code model} null means the configured one. */
  public String answer(String conversationId, String message, @Nullable String model) {
    lastUsed.remember(conversationId, Instant.now());
    try {
      return Objects.requireNonNullElse(
          assistant.chat(conversationId, message, parameters(model)), "");
    } catch (RuntimeException e) {
      throw new ProviderException(e);
    }
  }

  /** Starts to stream the answer and returns at once; the provider's thread feeds the sink. */
  public void stream(
      String conversationId, String message, @Nullable String model, AnswerSink sink) {
    lastUsed.remember(conversationId, Instant.now());
    try {
      assistant.stream(conversationId, message, parameters(model))
          .onPartialResponseWithContext(
              (part, context) -> {
                if (!sink.delta(part.text())) {
                  context.streamingHandle().cancel();
                }
              })
          .onCompleteResponse(
              response -> sink.done(Objects.requireNonNullElse(response.aiMessage().text(), "")))
          .onError(error -> sink.failed(new ProviderException(error)))
          .start();
    } catch (RuntimeException e) {
      throw new ProviderException(e);
    }
  }

  private static ChatRequestParameters parameters(@Nullable String model) {
    return model == null
        ? ChatRequestParameters.builder().build()
        : ChatRequestParameters.builder().modelName(model).build();
  }
}
