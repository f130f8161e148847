/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.openai.app;

import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.completions.CompletionUsage;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.extension.app.ChunkReader;
import dev.turnspan.extension.app.OptionalMethod;
import java.util.List;

/** Chat completions. */
final class ChatEndpoint implements Endpoint<ChatCompletion, ChatCompletionChunk> {

  /** Since 4.60. */
  private static final OptionalMethod CACHE_WRITE_TOKENS =
      OptionalMethod.of(CompletionUsage.PromptTokensDetails.class, "cacheWriteTokens");

  private final ChatCompletionCreateParams params;

  ChatEndpoint(ChatCompletionCreateParams params) {
    this.params = params;
  }

  @Override
  public CallStart start(boolean stream, String baseUrl) {
    return new CallStart(
        "chat",
        "openai",
        Fields.text(params._model()),
        stream,
        baseUrl,
        null,
        ChatThread.results(Fields.known(params._messages())),
        () -> ChatThread.first(Fields.known(params._messages())));
  }

  @Override
  public void answer(ChatCompletion answer, Call call) {
    call.responseId(Fields.known(answer._id()));
    call.responseModel(Fields.known(answer._model()));
    List<ChatCompletion.Choice> choices = Fields.known(answer._choices());
    for (ChatCompletion.Choice choice :
        choices == null ? List.<ChatCompletion.Choice>of() : choices) {
      call.finishReason(Fields.text(choice._finishReason()));
      ChatCompletionMessage message = Fields.known(choice._message());
      ChatThread.requested(message == null ? null : Fields.known(message._toolCalls()), call);
      if (message != null && Fields.isPresent(message._refusal())) {
        call.refused();
      }
    }
    CompletionUsage usage = Fields.known(answer._usage());
    if (usage != null) {
      usage(usage, call);
    }
  }

  @Override
  public ChunkReader<ChatCompletionChunk> chunks() {
    return new ChatChunks();
  }

  static void usage(CompletionUsage usage, Call call) {
    CompletionUsage.PromptTokensDetails prompt = Fields.known(usage._promptTokensDetails());
    CompletionUsage.CompletionTokensDetails completion =
        Fields.known(usage._completionTokensDetails());
    call.usage(
        Fields.number(usage._promptTokens()),
        Fields.number(usage._completionTokens()),
        prompt == null ? -1 : Fields.number(prompt._cachedTokens()),
        CACHE_WRITE_TOKENS.number(prompt),
        completion == null ? -1 : Fields.number(completion._reasoningTokens()));
  }
}
