/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Meta's Llama models. */
final class LlamaBodies implements ModelFamily {

  private static final byte[] DELTA = "\"stop_reason\":null".getBytes(US_ASCII);

  /** Only the first chunk tells it. */
  private long input = -1;

  @Override
  public void answer(JsonNode answer, Call call) {
    read(answer, call);
  }

  @Override
  public int chunk(JsonNode chunk, Call call) {
    read(chunk, call);
    String text = Fields.text(chunk, "generation");
    return text == null || text.isEmpty() ? Chunk.NONE : Chunk.TEXT;
  }

  @Override
  public byte[] deltaMark() {
    return DELTA;
  }

  private void read(JsonNode body, Call call) {
    call.finishReason(Fields.text(body, "stop_reason"));
    long told = Fields.number(body, "prompt_token_count");
    input = told < 0 ? input : told;
    new Tokens(input, Fields.number(body, "generation_token_count"), -1, -1).tell(call);
  }
}
