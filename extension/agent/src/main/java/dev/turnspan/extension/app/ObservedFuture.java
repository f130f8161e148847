/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.app;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Scope;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Futures whose results are looked at on their way to the application. */
public final class ObservedFuture {

  /** What to do with an exception that a future completes with. */
  public interface OnFailure {
    /** Must not throw. */
    void failed(Throwable failure);
  }

  /**
   * A future that completes as the given one does, its value passed through the function, in the
   * context in which the application made the call: what it attaches must not find a span of ours
   * current. Cancelling it cancels the given one.
   *
   * @param call whose caller's context is made current
   * @param onValue must not throw
   */
  @SuppressWarnings("FutureReturnValueIgnored") // The callbacks throw nothing that one could miss.
  public static <T> CompletableFuture<T> of(
      CompletableFuture<T> future, Call call, Function<T, T> onValue, OnFailure onFailure) {
    CompletableFuture<T> observed = new CompletableFuture<>();
    future.whenComplete(
        (value, failure) -> {
          if (failure != null) {
            onFailure.failed(failure);
          }
          Scope scope = call.callerContext();
          try {
            if (failure == null) {
              observed.complete(onValue.apply(value));
            } else {
              observed.completeExceptionally(failure);
            }
          } finally {
            scope.close();
          }
        });
    observed.whenComplete(
        (value, failure) -> {
          // Cancelled, timed out or completed by the application itself.
          if (!future.isDone()) {
            if (failure instanceof CancellationException) {
              call.abort();
              future.cancel(true);
            } else if (failure != null) {
              onFailure.failed(failure);
              future.completeExceptionally(failure);
            } else {
              future.complete(value);
            }
          }
        });
    return observed;
  }

  private ObservedFuture() {}
}
