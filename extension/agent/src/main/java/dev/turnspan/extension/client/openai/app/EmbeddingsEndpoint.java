/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.openai.app;

import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.extension.app.ChunkReader;

/** Embeddings, which are never streamed. */
final class EmbeddingsEndpoint implements Endpoint<CreateEmbeddingResponse, Object> {

  private final EmbeddingCreateParams params;

  EmbeddingsEndpoint(EmbeddingCreateParams params) {
    this.params = params;
  }

  @Override
  public CallStart start(boolean stream, String baseUrl) {
    return new CallStart(
        "embeddings", "openai", Fields.text(params._model()), stream, baseUrl, null);
  }

  @Override
  public void answer(CreateEmbeddingResponse answer, Call call) {
    call.responseModel(Fields.known(answer._model()));
    CreateEmbeddingResponse.Usage usage = Fields.known(answer._usage());
    if (usage != null) {
      call.usage(Fields.number(usage._promptTokens()), -1, -1, -1, -1);
    }
  }

  @Override
  public ChunkReader<Object> chunks() {
    return (chunk, call) -> {};
  }
}
