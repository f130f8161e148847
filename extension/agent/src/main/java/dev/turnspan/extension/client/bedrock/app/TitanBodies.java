/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Amazon's Titan models for text and for embeddings. */
final class TitanBodies implements ModelFamily {

  private static final byte[] DELTA = "\"completionReason\":null".getBytes(US_ASCII);

  @Override
  public void answer(JsonNode answer, Call call) {
    JsonNode results = Fields.at(answer, "results");
    JsonNode result =
        results != null && results.isArray() && !results.asArray().isEmpty()
            ? results.asArray().get(0)
            : null;
    read(answer, result, "tokenCount", call);
  }

  @Override
  public int chunk(JsonNode chunk, Call call) {
    read(chunk, chunk, "totalOutputTextTokenCount", call);
    String text = Fields.text(chunk, "outputText");
    return text == null || text.isEmpty() ? Chunk.NONE : Chunk.TEXT;
  }

  @Override
  public byte[] deltaMark() {
    return DELTA;
  }

  private static void read(JsonNode head, @Nullable JsonNode end, String output, Call call) {
    call.finishReason(Fields.text(end, "completionReason"));
    new Tokens(Fields.number(head, "inputTextTokenCount"), Fields.number(end, output), -1, -1)
        .tell(call);
  }
}
