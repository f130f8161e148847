/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;

/** What the advice on embedding models calls. */
public final class EmbeddingCalls {

  private EmbeddingCalls() {}

  /** A call begins; the result goes to {@code returned}. */
  public static Object called(EmbeddingModel model, @Nullable EmbeddingRequest request) {
    Call call =
        Bridge.engine()
            .startCall(
                new CallStart(
                    "embeddings", Vendors.of(model), modelName(request), false, null, null));
    return new Begun(call, call.enter());
  }

  /** The method returned or threw. */
  public static void returned(
      @Nullable Object begun, @Nullable EmbeddingResponse response, @Nullable Throwable thrown) {
    if (!(begun instanceof Begun call)) {
      return;
    }
    call.scope.close();
    if (thrown != null) {
      call.call.fail(thrown, 0);
      return;
    }
    read(response, call.call);
    call.call.end();
  }

  private static void read(@Nullable EmbeddingResponse response, Call call) {
    try {
      if (response != null && response.getMetadata() != null) {
        String model = response.getMetadata().getModel();
        call.responseModel(model == null || model.isEmpty() ? null : model);
        Usage usage = response.getMetadata().getUsage();
        if (usage != null && usage.getPromptTokens() > 0) {
          call.usage(usage.getPromptTokens(), -1, -1, -1, -1);
        }
      }
    } catch (Throwable t) {
      // What cannot be read is missing on the span; the answer is the application's.
    }
  }

  private static @Nullable String modelName(@Nullable EmbeddingRequest request) {
    try {
      return request == null || request.getOptions() == null
          ? null
          : request.getOptions().getModel();
    } catch (Throwable t) {
      // Options are the application's own, too.
      return null;
    }
  }

  private record Begun(Call call, Scope scope) {}
}
