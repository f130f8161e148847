/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.openai.app;

import com.openai.core.JsonValue;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionChunk.Choice;
import com.openai.models.chat.completions.ChatCompletionChunk.Choice.Delta;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;
import dev.turnspan.extension.app.ChunkReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the chunks of one chat stream. Until the first token it looks into the deltas; from then on
 * it only asks which fields are there, which allocates nothing.
 */
final class ChatChunks implements ChunkReader<ChatCompletionChunk> {

  private boolean headRead;
  private long toolCalls;
  private boolean refused;

  @Override
  public void read(ChatCompletionChunk chunk, Call call) {
    List<Choice> choices = chunk.choices();
    int kind = Chunk.NONE;
    boolean look = call.awaitsFirstToken();
    for (int i = 0; i < choices.size(); i++) {
      Delta delta = choices.get(i).delta();
      int found = look ? firstKind(delta) : kind(delta);
      kind = kind == Chunk.NONE ? found : kind;
    }
    call.chunk(kind);
    if (!headRead) {
      headRead = true;
      call.responseId(Fields.known(chunk._id()));
      call.responseModel(Fields.known(chunk._model()));
    }
    for (int i = 0; i < choices.size(); i++) {
      tail(choices.get(i), call);
    }
    chunk.usage().ifPresent(usage -> ChatEndpoint.usage(usage, call));
  }

  private void tail(Choice choice, Call call) {
    if (!refused && Fields.isPresent(choice.delta()._refusal())) {
      refused = true;
      call.refused();
    }
    choice.finishReason().ifPresent(reason -> call.finishReason(reason.asString()));
    if (Fields.isPresent(choice.delta()._toolCalls())) {
      for (Delta.ToolCall tool : choice.delta().toolCalls().orElse(List.of())) {
        if (tool.index() >= toolCalls) {
          toolCalls = tool.index() + 1;
          call.requestedTools((int) toolCalls);
          ChatThread.requested(tool, call);
        }
      }
    }
  }

  private static int firstKind(Delta delta) {
    if (!delta.content().orElse("").isEmpty() || !delta.refusal().orElse("").isEmpty()) {
      return Chunk.TEXT;
    }
    if (isText(reasoning(delta))) {
      return Chunk.REASONING;
    }
    return Fields.isPresent(delta._toolCalls()) ? Chunk.TOOL_CALL : Chunk.NONE;
  }

  private static int kind(Delta delta) {
    if (Fields.isPresent(delta._content()) || Fields.isPresent(delta._refusal())) {
      return Chunk.TEXT;
    }
    if (Fields.isPresent(delta._toolCalls())) {
      return Chunk.TOOL_CALL;
    }
    return reasoning(delta) == null ? Chunk.NONE : Chunk.REASONING;
  }

  /** Servers compatible with OpenAI's send reasoning under one of these names. */
  private static @Nullable JsonValue reasoning(Delta delta) {
    Map<String, JsonValue> others = delta._additionalProperties();
    JsonValue value = others.get("reasoning_content");
    return value == null ? others.get("reasoning") : value;
  }

  private static boolean isText(@Nullable JsonValue value) {
    String text = Fields.string(value);
    return text != null && !text.isEmpty();
  }
}
