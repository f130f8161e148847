/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageDeltaUsage;
import com.anthropic.models.messages.RawContentBlockDeltaEvent;
import com.anthropic.models.messages.RawContentBlockStartEvent;
import com.anthropic.models.messages.RawMessageDeltaEvent;
import com.anthropic.models.messages.RawMessageStartEvent;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.ToolUseBlock;
import com.anthropic.models.messages.Usage;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;
import dev.turnspan.extension.app.ChunkReader;
import dev.turnspan.extension.app.OptionalMethod;

/** Reads the events of one stream of a message. Those that carry a delta allocate nothing. */
final class MessageEvents implements ChunkReader<RawMessageStreamEvent> {

  private static final OptionalMethod START =
      VersionedNames.either(RawMessageStreamEvent.class, "messageStart", "start");
  private static final OptionalMethod DELTA =
      VersionedNames.either(RawMessageStreamEvent.class, "messageDelta", "delta");
  private static final Deltas DELTAS = new Deltas(RawContentBlockDeltaEvent.class);

  /** Since 1.4 the last event repeats the input. */
  private static final OptionalMethod INPUT_TOKENS = ofDelta("inputTokens");

  private static final OptionalMethod CACHE_READ = ofDelta("cacheReadInputTokens");
  private static final OptionalMethod CACHE_WRITE = ofDelta("cacheCreationInputTokens");
  private static final OptionalMethod THINKING = ofDelta("outputTokensDetails", "thinkingTokens");

  private final Tokens tokens = new Tokens();
  private int tools;

  private static OptionalMethod ofDelta(String... names) {
    return OptionalMethod.of(MessageDeltaUsage.class, names);
  }

  @Override
  public void read(RawMessageStreamEvent event, Call call) {
    if (event.isContentBlockDelta()) {
      call.chunk(DELTAS.kind(event.asContentBlockDelta(), call.awaitsFirstToken()));
      return;
    }
    call.chunk(Chunk.NONE);
    if (event.isContentBlockStart()) {
      RawContentBlockStartEvent.ContentBlock block =
          Fields.known(event.asContentBlockStart()._contentBlock());
      if (block != null && block.isToolUse()) {
        ToolUseBlock use = block.asToolUse();
        call.requestedTool(Fields.known(use._id()), Fields.known(use._name()), null);
        call.requestedTools(++tools);
      }
    } else if (START.call(event) instanceof RawMessageStartEvent start) {
      Message message = Fields.known(start._message());
      if (message != null) {
        started(message, call);
      }
    } else if (DELTA.call(event) instanceof RawMessageDeltaEvent delta) {
      changed(delta, call);
    }
  }

  /** The output tokens of this event are provisional. */
  private void started(Message message, Call call) {
    MessagesEndpoint.head(message, call);
    Usage usage = Fields.known(message._usage());
    if (usage != null) {
      MessagesEndpoint.input(usage, tokens).report(call);
    }
  }

  private void changed(RawMessageDeltaEvent event, Call call) {
    RawMessageDeltaEvent.Delta delta = Fields.known(event._delta());
    if (delta != null) {
      call.finishReason(Fields.text(delta._stopReason()));
    }
    MessageDeltaUsage usage = Fields.known(event._usage());
    if (usage != null) {
      tokens
          .input(INPUT_TOKENS.number(usage), CACHE_READ.number(usage), CACHE_WRITE.number(usage))
          .output(Fields.number(usage._outputTokens()), THINKING.number(usage))
          .report(call);
    }
  }
}
