/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import dev.turnspan.it.program.Program;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Chat completions of openai-java. */
final class OpenAiDialog implements Dialog {

  static final OpenAIClient CLIENT =
      OpenAIOkHttpClient.builder()
          .apiKey(Program.key())
          .baseUrl(Program.provider())
          .maxRetries(0)
          .build();

  private static final JsonValue TOOLS = JsonValue.from(ToolSchemas.openAi());

  private final Send send;
  private final ChatCompletionCreateParams.Builder request;

  private OpenAiDialog(String model, Send send) {
    this.send = send;
    this.request =
        ChatCompletionCreateParams.builder()
            .model(model)
            .addUserMessage("hi")
            .putAdditionalBodyProperty("tools", TOOLS);
  }

  static Dialog blocking(String model) {
    return new OpenAiDialog(model, request -> CLIENT.chat().completions().create(request));
  }

  static Dialog streaming(String model) {
    OpenAiDialog dialog = new OpenAiDialog(model, OpenAiDialog::streamed);
    dialog.request.streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build());
    return dialog;
  }

  static Dialog async(String model) {
    return new OpenAiDialog(
        model, request -> CLIENT.async().chat().completions().create(request).join());
  }

  /** The answer is taken in a callback, as people do who have no thread to wait with. */
  CompletableFuture<List<ToolCall>> askLater() {
    return CLIENT.async().chat().completions().create(request.build()).thenApply(this::accept);
  }

  private static ChatCompletion streamed(ChatCompletionCreateParams request) {
    ChatCompletionAccumulator whole = ChatCompletionAccumulator.create();
    try (StreamResponse<ChatCompletionChunk> stream =
        CLIENT.chat().completions().createStreaming(request)) {
      stream.stream().forEach(whole::accumulate);
    }
    return whole.chatCompletion();
  }

  @Override
  public List<ToolCall> ask() {
    return accept(send.send(request.build()));
  }

  private List<ToolCall> accept(ChatCompletion answer) {
    ChatCompletionMessage message = answer.choices().get(0).message();
    request.addMessage(message);
    return message.toolCalls().orElse(List.of()).stream()
        .flatMap(call -> call.function().stream())
        .map(call -> new ToolCall(call.id(), call.function().name()))
        .toList();
  }

  @Override
  public void result(ToolCall call, String text) {
    request.addMessage(
        ChatCompletionToolMessageParam.builder().toolCallId(call.id()).content(text).build());
  }

  private interface Send {
    ChatCompletion send(ChatCompletionCreateParams request);
  }
}
