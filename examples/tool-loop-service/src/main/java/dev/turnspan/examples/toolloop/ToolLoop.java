/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.toolloop;

import com.openai.client.OpenAIClient;
import com.openai.core.http.StreamResponse;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Asks the model, runs the tools that it asks for at the same time on a pool, tells it their
 * results, and asks again until it answers in words.
 */
final class ToolLoop {

  private static final int MAX_ROUNDS = 8;
  private static final String SYSTEM_PROMPT =
      "You are a helpful assistant. Use the tools for the time and for distances.";

  private final OpenAIClient client;
  private final String defaultModel;
  private final ExecutorService pool;
  private final Conversations conversations = new Conversations();
  private final Tools tools = new Tools();

  ToolLoop(OpenAIClient client, String defaultModel, ExecutorService pool) {
    this.client = client;
    this.defaultModel = defaultModel;
    this.pool = pool;
  }

  /** The whole answer, whose pieces have gone to the listener before. */
  String ask(ChatRequest question, Answer listener)
      throws IOException, InterruptedException, TooManyRoundsException {
    ChatCompletionCreateParams.Builder request =
        ChatCompletionCreateParams.builder()
            .model(question.model().isEmpty() ? defaultModel : question.model())
            .addSystemMessage(SYSTEM_PROMPT)
            .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build());
    tools.describeTo(request);
    conversations.replay(question.conversationId(), request);
    request.addUserMessage(question.message());
    for (int round = 0; round < MAX_ROUNDS; round++) {
      ChatCompletionMessage answer = streamOne(request.build(), listener);
      List<ChatCompletionMessageFunctionToolCall> calls =
          answer.toolCalls().orElse(List.of()).stream()
              .flatMap(call -> call.function().stream())
              .toList();
      if (calls.isEmpty()) {
        String text = answer.content().or(answer::refusal).orElse("");
        conversations.remember(question.conversationId(), question.message(), text);
        return text;
      }
      request.addMessage(answer);
      results(calls).forEach(request::addMessage);
    }
    throw new TooManyRoundsException();
  }

  private ChatCompletionMessage streamOne(ChatCompletionCreateParams request, Answer listener)
      throws IOException {
    ChatCompletionAccumulator whole = ChatCompletionAccumulator.create();
    // Left by an exception of the listener, this closes the provider's stream as well.
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(request)) {
      for (Iterator<ChatCompletionChunk> chunks = stream.stream().iterator(); chunks.hasNext(); ) {
        ChatCompletionChunk chunk = whole.accumulate(chunks.next());
        String text =
            chunk.choices().stream()
                .findFirst()
                .flatMap(choice -> choice.delta().content())
                .orElse("");
        if (!text.isEmpty()) {
          listener.delta(text);
        }
      }
    }
    return whole.chatCompletion().choices().get(0).message();
  }

  private List<ChatCompletionToolMessageParam> results(
      List<ChatCompletionMessageFunctionToolCall> calls) throws InterruptedException {
    List<Callable<ChatCompletionToolMessageParam>> tasks = new ArrayList<>();
    calls.forEach(call -> tasks.add(() -> result(call)));
    List<ChatCompletionToolMessageParam> results = new ArrayList<>();
    for (Future<ChatCompletionToolMessageParam> done : pool.invokeAll(tasks)) {
      try {
        results.add(done.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("a tool must not throw", e);
      }
    }
    return results;
  }

  private ChatCompletionToolMessageParam result(ChatCompletionMessageFunctionToolCall call) {
    return ChatCompletionToolMessageParam.builder()
        .toolCallId(call.id())
        .content(tools.run(call.function()))
        .build();
  }
}
