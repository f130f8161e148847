/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Amazon's Nova models: much like Converse. */
final class NovaBodies implements ModelFamily {

  private static final byte[] DELTA = "\"contentBlockDelta\"".getBytes(US_ASCII);

  private int tools;

  @Override
  public void answer(JsonNode answer, Call call) {
    call.finishReason(Fields.text(answer, "stopReason"));
    for (JsonNode block : Fields.elements(Fields.at(answer, "output", "message", "content"))) {
      requested(Fields.at(block, "toolUse"), call);
    }
    tokens(Fields.at(answer, "usage")).tell(call);
  }

  @Override
  public int chunk(JsonNode chunk, Call call) {
    JsonNode delta = Fields.at(chunk, "contentBlockDelta", "delta");
    if (delta != null) {
      return kind(delta);
    }
    requested(Fields.at(chunk, "contentBlockStart", "start", "toolUse"), call);
    call.finishReason(Fields.text(chunk, "messageStop", "stopReason"));
    tokens(Fields.at(chunk, "metadata", "usage")).tell(call);
    return Chunk.NONE;
  }

  @Override
  public byte[] deltaMark() {
    return DELTA;
  }

  private void requested(@Nullable JsonNode use, Call call) {
    if (use != null) {
      call.requestedTool(Fields.text(use, "toolUseId"), Fields.text(use, "name"), null);
      call.requestedTools(++tools);
    }
  }

  private static int kind(JsonNode delta) {
    if (isText(Fields.text(delta, "text"))) {
      return Chunk.TEXT;
    }
    if (isText(Fields.text(delta, "reasoningContent", "text"))) {
      return Chunk.REASONING;
    }
    return Fields.at(delta, "toolUse") == null ? Chunk.NONE : Chunk.TOOL_CALL;
  }

  private static boolean isText(@Nullable String text) {
    return text != null && !text.isEmpty();
  }

  private static Tokens tokens(@Nullable JsonNode usage) {
    return new Tokens(
        Fields.number(usage, "inputTokens"),
        Fields.number(usage, "outputTokens"),
        Fields.number(usage, "cacheReadInputTokenCount"),
        Fields.number(usage, "cacheWriteInputTokenCount"));
  }
}
