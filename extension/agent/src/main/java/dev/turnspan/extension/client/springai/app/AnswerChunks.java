/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;
import dev.turnspan.extension.app.ChunkReader;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/** Reads the parts of one streamed answer of a model. */
final class AnswerChunks implements ChunkReader<Object> {

  private final @Nullable ChatResponse previous;
  private boolean headRead;
  private boolean finished;

  AnswerChunks(@Nullable ChatResponse previous) {
    this.previous = previous;
  }

  @Override
  public void read(Object chunk, Call call) {
    if (!(chunk instanceof ChatResponse response)) {
      return;
    }
    int kind = Chunk.NONE;
    for (Generation generation : response.getResults()) {
      kind = kind == Chunk.NONE ? kind(generation) : kind;
    }
    call.chunk(kind);
    if (!headRead) {
      headRead = true;
      Answers.head(response, call);
    }
    for (Generation generation : response.getResults()) {
      call.requestedTools(Answers.tools(generation));
      String reason = finished ? null : Answers.finishReason(generation);
      finished |= reason != null;
      call.finishReason(reason);
    }
    Answers.usage(response, previous, call);
  }

  private static int kind(Generation generation) {
    if (generation.getOutput() == null) {
      return Chunk.NONE;
    }
    String text = generation.getOutput().getText();
    if (text != null && !text.isEmpty()) {
      return Chunk.TEXT;
    }
    return generation.getOutput().hasToolCalls() ? Chunk.TOOL_CALL : Chunk.NONE;
  }
}
