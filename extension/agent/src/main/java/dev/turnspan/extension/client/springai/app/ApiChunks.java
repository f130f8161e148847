/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.bridge.Call;
import dev.turnspan.extension.app.ChunkReader;

/** Reads the chunks of one stream of a provider's API. */
final class ApiChunks implements ChunkReader<Object> {

  private boolean headRead;

  @Override
  public void read(Object chunk, Call call) {
    call.chunk(ApiAnswers.kind(chunk));
    if (!headRead) {
      headRead = true;
      ApiAnswers.head(chunk, call);
    }
    ApiAnswers.tail(chunk, call);
  }
}
