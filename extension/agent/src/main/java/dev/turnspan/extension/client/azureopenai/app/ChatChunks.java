/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.azureopenai.app;

import com.azure.ai.openai.models.ChatChoice;
import com.azure.ai.openai.models.ChatCompletions;
import com.azure.ai.openai.models.ChatCompletionsToolCall;
import com.azure.ai.openai.models.ChatResponseMessage;
import com.azure.core.http.rest.Response;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;
import dev.turnspan.extension.app.ChunkReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the chunks of one stream; some methods wrap each of them in a response. */
final class ChatChunks implements ChunkReader<Object> {

  private boolean headRead;
  private int toolCalls;
  private boolean refused;

  @Override
  public void read(Object element, Call call) {
    Object value = element instanceof Response<?> response ? response.getValue() : element;
    if (!(value instanceof ChatCompletions chunk)) {
      return;
    }
    List<ChatChoice> choices = chunk.getChoices();
    int kind = Chunk.NONE;
    for (int i = 0; choices != null && i < choices.size(); i++) {
      int found = kind(choices.get(i).getDelta());
      kind = kind == Chunk.NONE ? found : kind;
    }
    call.chunk(kind);
    headRead = headRead || Answers.head(chunk, call);
    for (int i = 0; choices != null && i < choices.size(); i++) {
      tail(choices.get(i), call);
    }
    Answers.usage(chunk.getUsage(), call);
  }

  private static int kind(@Nullable ChatResponseMessage delta) {
    if (delta == null) {
      return Chunk.NONE;
    }
    String text = delta.getContent() == null ? Answers.refusal(delta) : delta.getContent();
    if (text != null && !text.isEmpty()) {
      return Chunk.TEXT;
    }
    return delta.getToolCalls() == null || delta.getToolCalls().isEmpty()
        ? Chunk.NONE
        : Chunk.TOOL_CALL;
  }

  private void tail(ChatChoice choice, Call call) {
    if (choice.getFinishReason() != null) {
      call.finishReason(choice.getFinishReason().toString());
    }
    ChatResponseMessage delta = choice.getDelta();
    if (delta == null) {
      return;
    }
    if (!refused && Answers.refusal(delta) != null) {
      refused = true;
      call.refused();
    }
    List<ChatCompletionsToolCall> parts = delta.getToolCalls();
    for (int i = 0; parts != null && i < parts.size(); i++) {
      // Only the first part of a tool call has its id.
      if (parts.get(i).getId() != null) {
        call.requestedTools(++toolCalls);
      }
    }
  }
}
