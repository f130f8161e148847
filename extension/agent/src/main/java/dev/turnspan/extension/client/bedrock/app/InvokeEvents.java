/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock.app;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;
import dev.turnspan.extension.app.ChunkReader;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.protocols.jsoncore.JsonNodeParser;
import software.amazon.awssdk.services.bedrockruntime.model.PayloadPart;
import software.amazon.awssdk.services.bedrockruntime.model.ResponseStream;

/**
 * Reads the chunks of one stream of InvokeModel. Each is a body of the model's own. Until the first
 * token they are parsed; from then on only those that are no deltas, which allocates nothing for
 * most.
 */
final class InvokeEvents implements ChunkReader<ResponseStream> {

  /** What Bedrock adds to the last chunk of whatever model. */
  private static final String METRICS = "amazon-bedrock-invocationMetrics";

  private final JsonNodeParser parser = JsonNode.parser();
  private @Nullable ModelFamily family;

  @Override
  public void read(ResponseStream event, Call call) {
    if (!(event instanceof PayloadPart part) || part.bytes() == null) {
      call.chunk(Chunk.NONE);
      return;
    }
    byte[] bytes = part.bytes().asByteArrayUnsafe();
    ModelFamily known = family;
    if (known != null && !call.awaitsFirstToken() && contains(bytes, known.deltaMark())) {
      call.chunk(Chunk.TEXT);
      return;
    }
    JsonNode chunk = parser.parse(bytes);
    known = known == null ? ModelFamily.of(chunk) : known;
    family = known;
    call.chunk(known == null ? Chunk.TEXT : known.chunk(chunk, call));
    JsonNode metrics = Fields.at(chunk, METRICS);
    if (metrics != null) {
      new Tokens(
              Fields.number(metrics, "inputTokenCount"),
              Fields.number(metrics, "outputTokenCount"),
              Fields.number(metrics, "cacheReadInputTokenCount"),
              Fields.number(metrics, "cacheWriteInputTokenCount"))
          .tell(call);
    }
  }

  static boolean contains(byte[] bytes, byte[] part) {
    for (int i = 0; i <= bytes.length - part.length; i++) {
      int same = 0;
      while (same < part.length && bytes[i + same] == part[same]) {
        same++;
      }
      if (same == part.length) {
        return true;
      }
    }
    return false;
  }
}
