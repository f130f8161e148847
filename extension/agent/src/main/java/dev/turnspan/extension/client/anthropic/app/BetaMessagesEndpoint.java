/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import com.anthropic.models.beta.messages.BetaContentBlock;
import com.anthropic.models.beta.messages.BetaContentBlockParam;
import com.anthropic.models.beta.messages.BetaMessage;
import com.anthropic.models.beta.messages.BetaMessageParam;
import com.anthropic.models.beta.messages.BetaRawMessageStreamEvent;
import com.anthropic.models.beta.messages.BetaToolUseBlock;
import com.anthropic.models.beta.messages.BetaUsage;
import com.anthropic.models.beta.messages.MessageCreateParams;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.ToolResult;
import dev.turnspan.extension.app.ChunkReader;
import dev.turnspan.extension.app.OptionalMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Beta messages. */
final class BetaMessagesEndpoint implements Endpoint<BetaMessage, BetaRawMessageStreamEvent> {

  /** By 2.40. */
  private static final OptionalMethod THINKING_TOKENS =
      OptionalMethod.of(BetaUsage.class, "outputTokensDetails", "thinkingTokens");

  /** Since 3.x: the message of a thread that this one follows. */
  private static final OptionalMethod THREAD =
      OptionalMethod.of(MessageCreateParams.class, "thread");

  private static final OptionalMethod PREVIOUS_MESSAGE =
      OptionalMethod.of(MessageCreateParams.class, "thread", "continue_", "previousMessageId");

  private static final RequestMessages MESSAGES =
      new RequestMessages(BetaMessageParam.class, BetaContentBlockParam.class);

  private final MessageCreateParams params;

  BetaMessagesEndpoint(MessageCreateParams params) {
    this.params = params;
  }

  @Override
  public @Nullable String model() {
    return Fields.text(params._model());
  }

  @Override
  public void begun(Call call) {
    if (THREAD.call(params) != null) {
      call.continues(previous());
    }
  }

  @Override
  public @Nullable String previous() {
    return PREVIOUS_MESSAGE.call(params) instanceof String previous ? previous : null;
  }

  @Override
  public List<ToolResult> results() {
    return MESSAGES.results(Fields.known(params._messages()));
  }

  @Override
  public @Nullable String firstMessages() {
    return MESSAGES.first(params.system(), Fields.known(params._messages()));
  }

  @Override
  public void answer(BetaMessage answer, Call call) {
    head(answer, call);
    call.finishReason(Fields.text(answer._stopReason()));
    int tools = 0;
    List<BetaContentBlock> content = Fields.known(answer._content());
    for (BetaContentBlock block : content == null ? List.<BetaContentBlock>of() : content) {
      if (block.isToolUse()) {
        BetaToolUseBlock use = block.asToolUse();
        call.requestedTool(Fields.known(use._id()), Fields.known(use._name()), null);
        tools++;
      }
    }
    call.requestedTools(tools);
    BetaUsage usage = Fields.known(answer._usage());
    if (usage != null) {
      input(usage, new Tokens())
          .output(Fields.number(usage._outputTokens()), THINKING_TOKENS.number(usage))
          .report(call);
    }
  }

  @Override
  public ChunkReader<BetaRawMessageStreamEvent> chunks() {
    return new BetaMessageEvents();
  }

  /** What is known as soon as there is a message. */
  static void head(BetaMessage message, Call call) {
    call.responseId(Fields.known(message._id()));
    call.responseModel(Fields.text(message._model()));
  }

  static Tokens input(BetaUsage usage, Tokens tokens) {
    return tokens.input(
        Fields.number(usage._inputTokens()),
        Fields.number(usage._cacheReadInputTokens()),
        Fields.number(usage._cacheCreationInputTokens()));
  }
}
