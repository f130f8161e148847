/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googlegenai.app;

import com.google.genai.ResponseStream;
import com.google.genai.types.GenerateContentResponse;
import dev.turnspan.bridge.Call;
import dev.turnspan.extension.app.ObservedFuture;
import dev.turnspan.extension.app.StreamObserver;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the advice on streams calls. */
public final class GenAiStreams {

  private GenAiStreams() {}

  /** The blocking method returned with an open stream, or threw. */
  public static void opened(
      @Nullable Object begun, @Nullable ResponseStream<?> stream, @Nullable Throwable thrown) {
    if (begun instanceof Begun call) {
      call.scope().close();
      if (thrown != null) {
        call.failed(thrown);
      } else if (stream != null) {
        observe(stream, call);
      }
    }
  }

  /** The asynchronous method returned or threw. */
  public static CompletableFuture<ResponseStream<GenerateContentResponse>> opening(
      @Nullable Object begun,
      CompletableFuture<ResponseStream<GenerateContentResponse>> future,
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
        stream -> {
          observe(stream, call);
          return stream;
        },
        call::failed);
  }

  private static void observe(ResponseStream<?> stream, Begun begun) {
    Call call = begun.call();
    try {
      StreamField.set(stream, new StreamObserver<>(call, new GeneratedContent(begun.asked())));
      call.watch(stream);
    } catch (Throwable t) {
      call.abort();
    }
  }

  /** A chunk was read, or could not be. */
  public static void read(
      ResponseStream<?> stream, @Nullable Object chunk, @Nullable Throwable thrown) {
    StreamObserver<GenerateContentResponse> observer = StreamField.get(stream);
    if (observer != null) {
      if (thrown != null) {
        observer.call().fail(thrown, 0);
      } else if (chunk instanceof GenerateContentResponse response) {
        observer.chunk(response);
      }
    }
  }

  /** Whether there is more to come; asked before a chunk is read. */
  public static void more(ResponseStream<?> stream, boolean more, @Nullable Throwable thrown) {
    StreamObserver<GenerateContentResponse> observer = more ? null : StreamField.get(stream);
    if (observer != null) {
      if (thrown != null) {
        observer.call().fail(thrown, 0);
      } else {
        observer.call().end();
      }
    }
  }

  /** The stream was closed, whether it had come to its end or not. */
  public static void closed(ResponseStream<?> stream) {
    StreamObserver<GenerateContentResponse> observer = StreamField.get(stream);
    if (observer != null) {
      observer.call().abort();
    }
  }
}
