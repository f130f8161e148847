/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j.app;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.TokenUsage;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.Scope;
import org.jspecify.annotations.Nullable;

/** What the advice on the embedding models calls. */
public final class EmbeddingCalls {

  /** Of the models of most providers; since 1.11 of all, and of requests and answers since 1.19. */
  private static final Accessor MODEL_NAME = new Accessor("modelName");

  /** Since 1.19. */
  private static final Accessor PROVIDER = new Accessor("provider");

  private static final Accessor USAGE = new Accessor("tokenUsage");

  /** What the library answers for a model that does not tell. */
  private static final String UNKNOWN = "unknown";

  private static final String PROVIDERS = "dev.langchain4j.model.";

  private EmbeddingCalls() {}

  /** A call begins; the result goes to {@code returned}. */
  public static Object start(EmbeddingModel model, @Nullable Object request) {
    String name = name(request);
    CallStart start =
        new CallStart(
            "embeddings",
            provider(model),
            name == null ? name(model) : name,
            /* stream= */ false,
            /* baseUrl= */ null,
            /* conversationId= */ null);
    Call call = Bridge.engine().startCall(start);
    return new Begun(call, call.enter());
  }

  /** The method returned or threw. */
  public static void returned(
      @Nullable Object begun, @Nullable Object response, @Nullable Throwable thrown) {
    if (!(begun instanceof Begun call)) {
      return;
    }
    call.scope.close();
    if (thrown != null) {
      call.call.fail(thrown, HttpFailures.status(thrown));
      return;
    }
    call.call.responseModel(name(response));
    if (USAGE.call(response) instanceof TokenUsage usage && usage.inputTokenCount() != null) {
      call.call.usage(usage.inputTokenCount(), -1, -1, -1, -1);
    }
    call.call.end();
  }

  private static @Nullable String name(@Nullable Object named) {
    return MODEL_NAME.call(named) instanceof String name && !name.equals(UNKNOWN) ? name : null;
  }

  /** The library's word; before it had one for embeddings, the name of the provider's package. */
  private static @Nullable String provider(EmbeddingModel model) {
    if (PROVIDER.call(model) instanceof Enum<?> provider && !provider.name().equals("OTHER")) {
      return provider.name();
    }
    String type = model.getClass().getName();
    int end = type.indexOf('.', PROVIDERS.length());
    return type.startsWith(PROVIDERS) && end > 0 ? type.substring(PROVIDERS.length(), end) : null;
  }

  private record Begun(Call call, Scope scope) {}
}
