/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Scope;
import dev.turnspan.extension.app.ObservedFuture;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;

/** What the advice on the clients calls. */
public final class BedrockCalls {

  private BedrockCalls() {}

  /** A call begins whose answer comes in one piece. */
  public static @Nullable Object start(@Nullable Object request) {
    Operation operation = request == null ? null : Operation.of(request);
    return operation == null ? null : Begun.of(operation);
  }

  /**
   * A stream is asked for; the result goes to {@code issued}.
   *
   * @return the handler to use in place of the given one, and what has begun; null if there is
   *     nothing to observe
   */
  public static Object @Nullable [] start(@Nullable Object request, @Nullable Object handler) {
    Operation operation = request == null ? null : Operation.of(request);
    if (operation == null) {
      return null;
    }
    if (handler instanceof ConverseStreamResponseHandler converse) {
      Begun begun = Begun.of(operation);
      return new Object[] {new ObservedHandlers.Converse(converse, begun.call), begun};
    }
    if (handler instanceof InvokeModelWithResponseStreamResponseHandler invoke) {
      Begun begun = Begun.of(operation);
      return new Object[] {new ObservedHandlers.Invoke(invoke, begun.call), begun};
    }
    return null;
  }

  /** The blocking method returned or threw. */
  public static void returned(
      @Nullable Object begun, @Nullable Object response, @Nullable Throwable thrown) {
    if (begun instanceof Begun call) {
      call.scope.close();
      if (thrown != null) {
        call.failed(thrown);
      } else {
        call.answered(response);
      }
    }
  }

  /** An asynchronous method returned or threw. */
  @SuppressWarnings("unchecked") // Whatever the type, it is passed on.
  public static CompletableFuture<?> issued(
      @Nullable Object started, CompletableFuture<?> future, @Nullable Throwable thrown) {
    Object begun = started instanceof Object[] stream ? stream[1] : started;
    if (!(begun instanceof Begun call)) {
      return future;
    }
    call.scope.close();
    if (thrown != null) {
      call.failed(thrown);
      return future;
    }
    return ObservedFuture.of(
        (CompletableFuture<Object>) future, call.call, call::answered, call::failed);
  }

  /** The HTTP status that an exception of the SDK carries; 0 where it has none. */
  private static int status(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof SdkServiceException service ? service.statusCode() : 0;
  }

  private record Begun(Call call, Scope scope, Operation operation) {

    static Begun of(Operation operation) {
      Call call = Bridge.engine().startCall(operation.start());
      return new Begun(call, call.enter(), operation);
    }

    void failed(Throwable failure) {
      call.fail(failure, status(failure));
    }

    /** The answer; of a stream, nothing but that it is over. */
    @Nullable Object answered(@Nullable Object response) {
      try {
        if (response instanceof ConverseResponse converse) {
          ConverseAnswers.read(converse, call);
        } else if (response instanceof InvokeModelResponse invoke) {
          InvokeAnswers.read(invoke, operation, call);
        }
      } catch (Throwable t) {
        // What cannot be read is missing on the span; the answer is the application's.
      }
      call.end();
      return response;
    }
  }
}
