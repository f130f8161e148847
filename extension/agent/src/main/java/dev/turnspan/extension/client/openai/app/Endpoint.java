/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.openai.app;

import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.extension.app.ChunkReader;
import org.jspecify.annotations.Nullable;

/** What differs between the endpoints: their types. {@code A} is an answer, {@code C} a chunk. */
interface Endpoint<A, C> {

  /** Reads the request. */
  CallStart start(boolean stream, String baseUrl);

  /** Tells what the start has no place for. */
  default void begun(Call call) {}

  /** Reads a whole answer. */
  void answer(A answer, Call call);

  /** A reader for one stream. */
  ChunkReader<C> chunks();

  /** The endpoint of a request; null for one that is not known. */
  static @Nullable Endpoint<?, ?> of(Object params) {
    if (params instanceof ChatCompletionCreateParams chat) {
      return new ChatEndpoint(chat);
    }
    if (params instanceof EmbeddingCreateParams embedding) {
      return new EmbeddingsEndpoint(embedding);
    }
    return params instanceof ResponseCreateParams response ? new ResponsesEndpoint(response) : null;
  }
}
