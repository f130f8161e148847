/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.azureopenai.app;

import com.azure.ai.openai.models.ChatCompletions;
import com.azure.ai.openai.models.EmbeddingsOptions;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.rest.Response;
import com.azure.core.http.rest.SimpleResponse;
import com.azure.core.util.IterableStream;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.Scope;
import dev.turnspan.extension.app.StreamObserver;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the advice on the two clients calls. */
public final class AzureCalls {

  private AzureCalls() {}

  /**
   * A blocking call begins; the result goes to one of the two methods below.
   *
   * @param openAi what the client has if it talks to OpenAI itself
   */
  public static Object start(
      @Nullable String deployment,
      @Nullable Object options,
      @Nullable Object openAi,
      boolean stream) {
    Call call = Bridge.engine().startCall(begin(deployment, options, openAi, stream));
    return new Begun(call, call.enter());
  }

  /** The method with an answer in one piece returned or threw. */
  public static void returned(
      @Nullable Object begun, @Nullable Object answer, @Nullable Throwable thrown) {
    if (!(begun instanceof Begun call)) {
      return;
    }
    call.scope.close();
    if (thrown != null) {
      call.call.fail(thrown, status(thrown));
      return;
    }
    Answers.read(answer, call.call);
    call.call.end();
  }

  /** The method with a streamed answer returned or threw. */
  public static @Nullable Object streamReturned(
      @Nullable Object begun, @Nullable Object stream, @Nullable Throwable thrown) {
    if (!(begun instanceof Begun call)) {
      return stream;
    }
    call.scope.close();
    if (thrown != null) {
      call.call.fail(thrown, status(thrown));
      return stream;
    }
    Object observed = observe(stream, call.call);
    if (observed == stream) {
      // Another type than we know: not to be followed, but to be ended.
      call.call.end();
    }
    return observed;
  }

  @SuppressWarnings("unchecked") // The advice sits on methods that return these types.
  private static @Nullable Object observe(@Nullable Object stream, Call call) {
    if (stream instanceof IterableStream<?> chunks) {
      return new ObservedIterable<>(
          (IterableStream<ChatCompletions>) chunks, new StreamObserver<>(call, new ChatChunks()));
    }
    if (stream != null
        && stream.getClass() == SimpleResponse.class
        && ((Response<?>) stream).getValue() instanceof IterableStream<?> chunks) {
      return new SimpleResponse<>((Response<?>) stream, observe(chunks, call));
    }
    return stream;
  }

  /** An answer in one piece that is asked for when subscribed to. */
  public static Mono<?> whenSubscribed(
      @Nullable String deployment,
      @Nullable Object options,
      @Nullable Object openAi,
      Mono<?> answer) {
    return new ObservedMono<>(answer, begin(deployment, options, openAi, /* stream= */ false));
  }

  /** A stream that is asked for when subscribed to. */
  public static Flux<?> whenSubscribed(
      @Nullable String deployment,
      @Nullable Object options,
      @Nullable Object openAi,
      Flux<?> stream) {
    return new ObservedFlux<>(stream, begin(deployment, options, openAi, /* stream= */ true));
  }

  private static CallStart begin(
      @Nullable String deployment,
      @Nullable Object options,
      @Nullable Object openAi,
      boolean stream) {
    return new CallStart(
        options instanceof EmbeddingsOptions ? "embeddings" : "chat",
        openAi == null ? "azure.ai.openai" : "openai",
        deployment,
        stream,
        /* baseUrl= */ null,
        /* conversationId= */ null);
  }

  /** The HTTP status that an exception of the library carries; 0 where it has none. */
  static int status(Throwable failure) {
    return failure instanceof HttpResponseException http && http.getResponse() != null
        ? http.getResponse().getStatusCode()
        : 0;
  }

  private record Begun(Call call, Scope scope) {}
}
