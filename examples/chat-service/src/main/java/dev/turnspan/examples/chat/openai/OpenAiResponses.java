/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat.openai;

import com.openai.client.OpenAIClient;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseOutputText;
import dev.turnspan.examples.chat.ChatSettings;
import dev.turnspan.examples.chat.ProviderException;
import dev.turnspan.examples.chat.RecentConversations;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The Responses API: the provider remembers the conversation, we remember its last answer's id. */
@Service
public class OpenAiResponses {

  private static final int REMEMBERED_CONVERSATIONS = 1000;

  private final OpenAIClient client;
  private final String defaultModel;
  private final RecentConversations<String> lastResponseIds =
      new RecentConversations<>(REMEMBERED_CONVERSATIONS, id -> {});

  OpenAiResponses(OpenAIClient client, ChatSettings settings) {
    this.client = client;
    this.defaultModel = settings.openaiModel();
  }

  /** The whole answer; without a conversation id the question stands for itself. */
  public String answer(@Nullable String conversationId, String message, @Nullable String model) {
    ResponseCreateParams.Builder request =
        ResponseCreateParams.builder().model(model == null ? defaultModel : model).input(message);
    if (conversationId != null) {
      lastResponseIds.find(conversationId).ifPresent(request::previousResponseId);
    }
    try {
      Response response = client.responses().create(request.build());
      if (conversationId != null) {
        lastResponseIds.remember(conversationId, response.id());
      }
      return text(response);
    } catch (RuntimeException e) {
      throw new ProviderException(e);
    }
  }

  private static String text(Response response) {
    return response.output().stream()
        .flatMap(item -> item.message().stream())
        .flatMap(message -> message.content().stream())
        .flatMap(content -> content.outputText().stream())
        .map(ResponseOutputText::text)
        .collect(Collectors.joining());
  }
}
