/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Anthropic's models. */
final class ClaudeBodies implements ModelFamily {

  private static final byte[] DELTA = "\"content_block_delta\"".getBytes(US_ASCII);

  private Tokens tokens = Tokens.UNKNOWN;
  private int tools;

  @Override
  public void answer(JsonNode answer, Call call) {
    call.responseModel(Fields.text(answer, "model"));
    call.finishReason(Fields.text(answer, "stop_reason"));
    for (JsonNode block : Fields.elements(Fields.at(answer, "content"))) {
      requested(block, call);
    }
    tokens(Fields.at(answer, "usage")).tell(call);
  }

  @Override
  public int chunk(JsonNode chunk, Call call) {
    String type = Fields.text(chunk, "type");
    switch (type == null ? "" : type) {
      case "message_start" -> {
        call.responseModel(Fields.text(chunk, "message", "model"));
        // The output so far is a placeholder.
        tokens = tokens(Fields.at(chunk, "message", "usage")).withOutput(-1);
        tokens.tell(call);
      }
      case "content_block_start" -> {
        requested(Fields.at(chunk, "content_block"), call);
      }
      case "content_block_delta" -> {
        return kind(Fields.at(chunk, "delta"));
      }
      case "message_delta" -> {
        call.finishReason(Fields.text(chunk, "delta", "stop_reason"));
        tokens.withOutput(Fields.number(chunk, "usage", "output_tokens")).tell(call);
      }
      default -> {
        // Nothing to know.
      }
    }
    return Chunk.NONE;
  }

  @Override
  public byte[] deltaMark() {
    return DELTA;
  }

  private void requested(@Nullable JsonNode block, Call call) {
    if ("tool_use".equals(Fields.text(block, "type"))) {
      call.requestedTool(Fields.text(block, "id"), Fields.text(block, "name"), null);
      call.requestedTools(++tools);
    }
  }

  private static int kind(@Nullable JsonNode delta) {
    if (isText(delta, "text")) {
      return Chunk.TEXT;
    }
    if (isText(delta, "thinking")) {
      return Chunk.REASONING;
    }
    return Fields.text(delta, "partial_json") == null ? Chunk.NONE : Chunk.TOOL_CALL;
  }

  private static boolean isText(@Nullable JsonNode delta, String field) {
    String text = Fields.text(delta, field);
    return text != null && !text.isEmpty();
  }

  private static Tokens tokens(@Nullable JsonNode usage) {
    return new Tokens(
        Fields.number(usage, "input_tokens"),
        Fields.number(usage, "output_tokens"),
        Fields.number(usage, "cache_read_input_tokens"),
        Fields.number(usage, "cache_creation_input_tokens"));
  }
}
