/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat.openai;

import com.openai.client.OpenAIClient;
import com.openai.core.http.StreamResponse;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionMessageToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import dev.turnspan.examples.chat.AnswerSink;
import dev.turnspan.examples.chat.ChatSettings;
import dev.turnspan.examples.chat.ProviderException;
import dev.turnspan.examples.chat.SystemPrompt;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Chat completions with the SDK alone: the tool loop is ours. Each question stands for itself. */
@Service
public class OpenAiChat {

  private static final int MAX_ROUNDS = 8;

  private final OpenAIClient client;
  private final String defaultModel;
  private final OpenAiTools tools = new OpenAiTools();

  OpenAiChat(OpenAIClient client, ChatSettings settings) {
    this.client = client;
    this.defaultModel = settings.openaiModel();
  }

  /** The whole answer; {@code model} null means the configured one. */
  public String answer(String message, @Nullable String model) {
    try {
      return converse(question(message, model), client.chat().completions()::create);
    } catch (RuntimeException e) {
      throw new ProviderException(e);
    }
  }

  /** Streams the answer; returns when it is over. */
  public void stream(String message, @Nullable String model, AnswerSink sink) {
    ChatCompletionCreateParams.Builder question =
        question(message, model)
            .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build());
    try {
      sink.done(converse(question, request -> streamOne(request, sink)));
    } catch (ListenerGoneException e) {
      // The stream is closed already and nobody is left to be told.
    } catch (RuntimeException e) {
      sink.failed(new ProviderException(e));
    }
  }

  private ChatCompletionCreateParams.Builder question(String message, @Nullable String model) {
    ChatCompletionCreateParams.Builder request =
        ChatCompletionCreateParams.builder()
            .model(model == null ? defaultModel : model)
            .addSystemMessage(SystemPrompt.TEXT)
            .addUserMessage(message);
    tools.describeTo(request);
    return request;
  }

  private String converse(
      ChatCompletionCreateParams.Builder request,
      Function<ChatCompletionCreateParams, ChatCompletion> send) {
    for (int round = 0; round < MAX_ROUNDS; round++) {
      ChatCompletionMessage answer = send.apply(request.build()).choices().get(0).message();
      List<ChatCompletionMessageToolCall> calls = answer.toolCalls().orElse(List.of());
      if (calls.isEmpty()) {
        return answer.content().or(answer::refusal).orElse("");
      }
      request.addMessage(answer);
      calls.stream()
          .flatMap(call -> call.function().stream())
          .forEach(
              call ->
                  request.addMessage(
                      ChatCompletionToolMessageParam.builder()
                          .toolCallId(call.id())
                          .contentAsJson(tools.run(call.function()))
                          .build()));
    }
    throw new IllegalStateException(
        "The model still asks for tools after " + MAX_ROUNDS + " rounds");
  }

  private ChatCompletion streamOne(ChatCompletionCreateParams request, AnswerSink sink) {
    ChatCompletionAccumulator whole = ChatCompletionAccumulator.create();
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(request)) {
      for (Iterator<ChatCompletionChunk> chunks = stream.stream().iterator(); chunks.hasNext(); ) {
        ChatCompletionChunk chunk = whole.accumulate(chunks.next());
        String text =
            chunk.choices().stream()
                .findFirst()
                .flatMap(choice -> choice.delta().content())
                .orElse("");
        if (!text.isEmpty() && !sink.delta(text)) {
          throw new ListenerGoneException();
        }
      }
    }
    return whole.chatCompletion();
  }

  /** Leaves the tool loop, and closes the provider's stream on the way. */
  private static final class ListenerGoneException extends RuntimeException {}
}
