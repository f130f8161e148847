/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import com.anthropic.models.beta.messages.BetaMessage;
import com.anthropic.models.beta.messages.BetaMessageDeltaUsage;
import com.anthropic.models.beta.messages.BetaRawContentBlockDeltaEvent;
import com.anthropic.models.beta.messages.BetaRawContentBlockStartEvent;
import com.anthropic.models.beta.messages.BetaRawMessageDeltaEvent;
import com.anthropic.models.beta.messages.BetaRawMessageStartEvent;
import com.anthropic.models.beta.messages.BetaRawMessageStreamEvent;
import com.anthropic.models.beta.messages.BetaToolUseBlock;
import com.anthropic.models.beta.messages.BetaUsage;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;
import dev.turnspan.extension.app.ChunkReader;
import dev.turnspan.extension.app.OptionalMethod;

/** Reads the events of one stream of a beta message. Those that carry a delta allocate nothing. */
final class BetaMessageEvents implements ChunkReader<BetaRawMessageStreamEvent> {

  private static final OptionalMethod START =
      VersionedNames.either(BetaRawMessageStreamEvent.class, "messageStart", "start");
  private static final OptionalMethod DELTA =
      VersionedNames.either(BetaRawMessageStreamEvent.class, "messageDelta", "delta");

  /** The newer name since 1.1. */
  private static final OptionalMethod TOOL_USE =
      VersionedNames.either(
          BetaRawContentBlockStartEvent.ContentBlock.class, "toolUse", "betaToolUse");

  private static final Deltas DELTAS = new Deltas(BetaRawContentBlockDeltaEvent.class);

  /** Since 1.4 the last event repeats the input. */
  private static final OptionalMethod INPUT_TOKENS = ofDelta("inputTokens");

  private static final OptionalMethod CACHE_READ = ofDelta("cacheReadInputTokens");
  private static final OptionalMethod CACHE_WRITE = ofDelta("cacheCreationInputTokens");
  private static final OptionalMethod THINKING = ofDelta("outputTokensDetails", "thinkingTokens");

  private final Tokens tokens = new Tokens();
  private int tools;

  private static OptionalMethod ofDelta(String... names) {
    return OptionalMethod.of(BetaMessageDeltaUsage.class, names);
  }

  @Override
  public void read(BetaRawMessageStreamEvent event, Call call) {
    if (event.isContentBlockDelta()) {
      call.chunk(DELTAS.kind(event.asContentBlockDelta(), call.awaitsFirstToken()));
      return;
    }
    call.chunk(Chunk.NONE);
    if (event.isContentBlockStart()) {
      BetaRawContentBlockStartEvent.ContentBlock block =
          Fields.known(event.asContentBlockStart()._contentBlock());
      if (TOOL_USE.call(block) instanceof BetaToolUseBlock use) {
        call.requestedTool(Fields.known(use._id()), Fields.known(use._name()), null);
        call.requestedTools(++tools);
      }
    } else if (START.call(event) instanceof BetaRawMessageStartEvent start) {
      BetaMessage message = Fields.known(start._message());
      if (message != null) {
        started(message, call);
      }
    } else if (DELTA.call(event) instanceof BetaRawMessageDeltaEvent delta) {
      changed(delta, call);
    }
  }

  /** The output tokens of this event are provisional. */
  private void started(BetaMessage message, Call call) {
    BetaMessagesEndpoint.head(message, call);
    BetaUsage usage = Fields.known(message._usage());
    if (usage != null) {
      BetaMessagesEndpoint.input(usage, tokens).report(call);
    }
  }

  private void changed(BetaRawMessageDeltaEvent event, Call call) {
    BetaRawMessageDeltaEvent.Delta delta = Fields.known(event._delta());
    if (delta != null) {
      call.finishReason(Fields.text(delta._stopReason()));
    }
    BetaMessageDeltaUsage usage = Fields.known(event._usage());
    if (usage != null) {
      tokens
          .input(INPUT_TOKENS.number(usage), CACHE_READ.number(usage), CACHE_WRITE.number(usage))
          .output(Fields.number(usage._outputTokens()), THINKING.number(usage))
          .report(call);
    }
  }
}
