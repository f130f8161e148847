/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import com.anthropic.models.messages.MessageCreateParams;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.ToolResult;
import dev.turnspan.extension.app.ChunkReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What differs between the endpoints: their types. {@code A} is an answer, {@code C} a chunk. */
interface Endpoint<A, C> {

  /** The model that the request names. */
  @Nullable String model();

  /** The results of tools that the request brings. */
  List<ToolResult> results();

  /** What the conversation began with. */
  @Nullable String firstMessages();

  /** The answer that the request says it follows. */
  default @Nullable String previous() {
    return null;
  }

  /** Tells what the start has no place for. */
  default void begun(Call call) {}

  /** Reads a whole answer. */
  void answer(A answer, Call call);

  /** A reader for one stream. */
  ChunkReader<C> chunks();

  /** The endpoint of a request; null for one that is not known. */
  static @Nullable Endpoint<?, ?> of(Object params) {
    if (params instanceof MessageCreateParams message) {
      return new MessagesEndpoint(message);
    }
    return params instanceof com.anthropic.models.beta.messages.MessageCreateParams beta
        ? new BetaMessagesEndpoint(beta)
        : null;
  }
}
