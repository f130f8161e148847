/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock.app;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;
import dev.turnspan.extension.app.ChunkReader;
import dev.turnspan.extension.app.OptionalMethod;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDelta;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStartEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamMetadataEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStopEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlockStart;

/** Reads the events of one stream of Converse. */
final class ConverseEvents implements ChunkReader<ConverseStreamOutput> {

  /** Since some 2.30. */
  private static final OptionalMethod REASONING =
      OptionalMethod.of(ContentBlockDelta.class, "reasoningContent");

  private static final OptionalMethod REASONING_TEXT =
      OptionalMethod.of(ContentBlockDelta.class, "reasoningContent", "text");

  private int tools;

  @Override
  public void read(ConverseStreamOutput event, Call call) {
    if (event instanceof ContentBlockDeltaEvent delta) {
      call.chunk(kind(delta.delta(), call.awaitsFirstToken()));
      return;
    }
    call.chunk(Chunk.NONE);
    if (event instanceof ContentBlockStartEvent start) {
      if (start.start() != null && start.start().toolUse() != null) {
        ToolUseBlockStart use = start.start().toolUse();
        call.requestedTool(use.toolUseId(), use.name(), null);
        call.requestedTools(++tools);
      }
    } else if (event instanceof MessageStopEvent stop) {
      call.finishReason(stop.stopReasonAsString());
    } else if (event instanceof ConverseStreamMetadataEvent metadata) {
      ConverseAnswers.usage(metadata.usage(), call);
    }
  }

  /** Before the first token an empty delta is none. */
  private static int kind(@Nullable ContentBlockDelta delta, boolean first) {
    if (delta == null) {
      return Chunk.NONE;
    }
    String text = delta.text();
    if (text != null) {
      return first && text.isEmpty() ? Chunk.NONE : Chunk.TEXT;
    }
    if (delta.toolUse() != null) {
      return Chunk.TOOL_CALL;
    }
    if (!first) {
      return REASONING.call(delta) == null ? Chunk.NONE : Chunk.REASONING;
    }
    Object reasoning = REASONING_TEXT.call(delta);
    return reasoning instanceof String thought && !thought.isEmpty() ? Chunk.REASONING : Chunk.NONE;
  }
}
