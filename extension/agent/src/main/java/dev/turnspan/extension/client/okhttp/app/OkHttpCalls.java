/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.okhttp.app;

import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What the advice calls. */
public final class OkHttpCalls {

  /**
   * A request enters a link of the chain. For a model call at the first link the result is the
   * request to go on with, and the state of the call.
   */
  public static Object @Nullable [] start(Interceptor.Chain chain, int index, Request request) {
    RequestBody body = index == 0 ? request.body() : null;
    ObservedCall call = body == null ? null : ObservedCall.start(chain.call(), request, body);
    return call == null ? null : new Object[] {call.request(), call};
  }

  /** The link returned or threw. */
  public static @Nullable Response returned(
      Object @Nullable [] state, @Nullable Response response, @Nullable Throwable thrown) {
    if (state == null || !(state[1] instanceof ObservedCall call)) {
      return response;
    }
    return call.returned(response, thrown);
  }

  /** An attempt leaves the interceptors of the application. */
  public static @Nullable Object startAttempt(Interceptor.Chain chain) {
    if (chain.request().body() instanceof ObservedRequestBody body) {
      body.call().startAttempt();
      return body.call();
    }
    return null;
  }

  /** The attempt was answered or failed. */
  public static void endAttempt(
      @Nullable Object attempt, @Nullable Response response, @Nullable Throwable thrown) {
    if (attempt instanceof ObservedCall call) {
      call.endAttempt(response, thrown);
    }
  }

  private OkHttpCalls() {}
}
