/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.MessageParam;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.ToolUseBlock;
import com.anthropic.models.messages.Usage;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.ToolResult;
import dev.turnspan.extension.app.ChunkReader;
import dev.turnspan.extension.app.OptionalMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages. */
final class MessagesEndpoint implements Endpoint<Message, RawMessageStreamEvent> {

  /** By 2.40. */
  private static final OptionalMethod THINKING_TOKENS =
      OptionalMethod.of(Usage.class, "outputTokensDetails", "thinkingTokens");

  private static final RequestMessages MESSAGES =
      new RequestMessages(MessageParam.class, ContentBlockParam.class);

  private final MessageCreateParams params;

  MessagesEndpoint(MessageCreateParams params) {
    this.params = params;
  }

  @Override
  public @Nullable String model() {
    return Fields.text(params._model());
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
  public void answer(Message answer, Call call) {
    head(answer, call);
    call.finishReason(Fields.text(answer._stopReason()));
    int tools = 0;
    List<ContentBlock> content = Fields.known(answer._content());
    for (ContentBlock block : content == null ? List.<ContentBlock>of() : content) {
      if (block.isToolUse()) {
        ToolUseBlock use = block.asToolUse();
        call.requestedTool(Fields.known(use._id()), Fields.known(use._name()), null);
        tools++;
      }
    }
    call.requestedTools(tools);
    Usage usage = Fields.known(answer._usage());
    if (usage != null) {
      input(usage, new Tokens())
          .output(Fields.number(usage._outputTokens()), THINKING_TOKENS.number(usage))
          .report(call);
    }
  }

  @Override
  public ChunkReader<RawMessageStreamEvent> chunks() {
    return new MessageEvents();
  }

  /** What is known as soon as there is a message. */
  static void head(Message message, Call call) {
    call.responseId(Fields.known(message._id()));
    call.responseModel(Fields.text(message._model()));
  }

  static Tokens input(Usage usage, Tokens tokens) {
    return tokens.input(
        Fields.number(usage._inputTokens()),
        Fields.number(usage._cacheReadInputTokens()),
        Fields.number(usage._cacheCreationInputTokens()));
  }
}
