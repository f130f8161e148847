/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googlegenai.app;

import com.google.genai.HttpApiClient;
import com.google.genai.types.Content;
import com.google.genai.types.ContentEmbedding;
import com.google.genai.types.EmbedContentResponse;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.ToolResult;
import dev.turnspan.extension.app.ObservedFuture;
import dev.turnspan.extension.app.OptionalMethod;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the advice on the models calls. */
public final class GenAiCalls {

  /** Which of the two services it is, whatever host it is pointed at. */
  private static final OptionalMethod VERTEX_AI =
      OptionalMethod.of(HttpApiClient.class, "vertexAI");

  private GenAiCalls() {}

  /** Begins a call; the result goes to one of the others. */
  public static Object start(
      @Nullable String model,
      boolean stream,
      @Nullable Object client,
      @Nullable List<Content> contents,
      @Nullable GenerateContentConfig config) {
    boolean tools = config != null && config.tools().isPresent();
    List<ToolResult> results = tools ? ConversationSoFar.results(contents) : List.of();
    Call call =
        Bridge.engine()
            .startCall(
                new CallStart(
                    "generate_content",
                    provider(client),
                    model,
                    stream,
                    null,
                    null,
                    results,
                    () -> ConversationSoFar.first(contents, config)));
    return new Begun(call, call.enter(), tools ? ConversationSoFar.of(contents) : null);
  }

  /** The same for embeddings. */
  public static Object startEmbedding(@Nullable String model, @Nullable Object client) {
    Call call =
        Bridge.engine()
            .startCall(new CallStart("embeddings", provider(client), model, false, null, null));
    return new Begun(call, call.enter(), null);
  }

  private static String provider(@Nullable Object client) {
    if (VERTEX_AI.call(client) instanceof Boolean vertex) {
      return vertex ? "gcp.vertex_ai" : "gcp.gemini";
    }
    return "gcp.gen_ai";
  }

  /** The blocking method returned or threw. */
  public static void answered(
      @Nullable Object begun,
      @Nullable GenerateContentResponse response,
      @Nullable Throwable thrown) {
    if (begun instanceof Begun call) {
      call.scope().close();
      if (thrown != null) {
        call.failed(thrown);
        return;
      }
      if (response != null) {
        read(response, call);
      }
      call.call().end();
    }
  }

  /** The asynchronous method returned or threw. */
  public static CompletableFuture<GenerateContentResponse> answering(
      @Nullable Object begun,
      CompletableFuture<GenerateContentResponse> future,
      @Nullable Throwable thrown) {
    if (!(begun instanceof Begun call)) {
      return future;
    }
    call.scope().close();
    if (thrown != null) {
      call.failed(thrown);
      return future;
    }
    return ObservedFuture.of(
        future,
        call.call(),
        response -> {
          read(response, call);
          call.call().end();
          return response;
        },
        call::failed);
  }

  /** The blocking method for embeddings returned or threw. */
  public static void embedded(
      @Nullable Object begun, @Nullable EmbedContentResponse response, @Nullable Throwable thrown) {
    if (begun instanceof Begun call) {
      call.scope().close();
      if (thrown != null) {
        call.failed(thrown);
        return;
      }
      if (response != null) {
        read(response, call.call());
      }
      call.call().end();
    }
  }

  /** The asynchronous method for embeddings returned or threw. */
  public static CompletableFuture<EmbedContentResponse> embedding(
      @Nullable Object begun,
      CompletableFuture<EmbedContentResponse> future,
      @Nullable Throwable thrown) {
    if (!(begun instanceof Begun call)) {
      return future;
    }
    call.scope().close();
    if (thrown != null) {
      call.failed(thrown);
      return future;
    }
    return ObservedFuture.of(
        future,
        call.call(),
        response -> {
          read(response, call.call());
          call.call().end();
          return response;
        },
        call::failed);
  }

  private static void read(GenerateContentResponse response, Begun begun) {
    try {
      new GeneratedContent(begun.asked()).answer(response, begun.call());
    } catch (Throwable t) {
      // What the library's accessors refuse is not worth a failure of the application.
    }
  }

  /** Only Vertex AI counts the tokens of embeddings, for each text. */
  private static void read(EmbedContentResponse response, Call call) {
    try {
      long tokens = -1;
      for (ContentEmbedding embedding : response.embeddings().orElse(List.of())) {
        Float count =
            embedding.statistics().flatMap(statistics -> statistics.tokenCount()).orElse(null);
        if (count != null) {
          tokens = Math.max(tokens, 0) + Math.round(count);
        }
      }
      if (tokens >= 0) {
        call.usage(tokens, -1, -1, -1, -1);
      }
    } catch (Throwable t) {
      // As above.
    }
  }
}
