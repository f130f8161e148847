/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.openai.app;

import com.openai.models.responses.ResponseStreamEvent;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;
import dev.turnspan.extension.app.ChunkReader;
import dev.turnspan.extension.app.OptionalMethod;

/** Reads the events of one stream of a response. */
final class ResponsesEvents implements ChunkReader<ResponseStreamEvent> {

  private static final OptionalMethod IS_REASONING_DELTA =
      OptionalMethod.of(ResponseStreamEvent.class, "isReasoningTextDelta");
  private static final OptionalMethod IS_REASONING_SUMMARY_DELTA =
      OptionalMethod.of(ResponseStreamEvent.class, "isReasoningSummaryTextDelta");

  @Override
  public void read(ResponseStreamEvent event, Call call) {
    int kind = kind(event, call.awaitsFirstToken());
    call.chunk(kind);
    if (kind != Chunk.NONE) {
      return;
    }
    if (event.isCreated()) {
      ResponsesEndpoint.head(event.asCreated().response(), call);
    } else if (event.isCompleted()) {
      ResponsesEndpoint.read(event.asCompleted().response(), call);
    } else if (event.isIncomplete()) {
      ResponsesEndpoint.read(event.asIncomplete().response(), call);
    } else if (event.isFailed()) {
      ResponsesEndpoint.read(event.asFailed().response(), call);
    } else if (event.isError()) {
      call.finishReason("error");
    }
  }

  /** Before the first token an empty delta is none; later that is not worth an allocation. */
  private static int kind(ResponseStreamEvent event, boolean look) {
    if (event.isOutputTextDelta()) {
      return look && event.asOutputTextDelta().delta().isEmpty() ? Chunk.NONE : Chunk.TEXT;
    }
    if (event.isRefusalDelta()) {
      return look && event.asRefusalDelta().delta().isEmpty() ? Chunk.NONE : Chunk.TEXT;
    }
    if (IS_REASONING_DELTA.truth(event) || IS_REASONING_SUMMARY_DELTA.truth(event)) {
      return Chunk.REASONING;
    }
    return event.isFunctionCallArgumentsDelta() ? Chunk.TOOL_CALL : Chunk.NONE;
  }
}
