/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.apachehttp.app;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntityContainer;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.jspecify.annotations.Nullable;

/** What the advice on the classic client calls. */
public final class ClassicCalls {

  /** For a model call the result is the arguments to go on with, and the state of the call. */
  public static Object @Nullable [] start(@Nullable Object[] arguments) {
    HttpHost target = arguments[0] instanceof HttpHost host ? host : null;
    // The first argument may be a target that is null.
    int at = arguments[0] instanceof ClassicHttpRequest ? 0 : 1;
    if (at >= arguments.length || !(arguments[at] instanceof ClassicHttpRequest request)) {
      return null;
    }
    ClassicCall call = ClassicCall.start(target, request);
    if (call == null) {
      return null;
    }
    int last = arguments.length - 1;
    if (arguments[last] instanceof HttpClientResponseHandler<?> handler) {
      arguments[last] = new ObservedResponseHandler<>(handler, call);
    }
    return new Object[] {arguments, call};
  }

  /** The method returned or threw. */
  public static void returned(
      Object @Nullable [] state, @Nullable Object result, @Nullable Throwable thrown) {
    if (state != null && state[1] instanceof ClassicCall call) {
      call.returned(result instanceof ClassicHttpResponse response ? response : null, thrown);
    }
  }

  /** The application closed an answer. */
  public static void closed(HttpEntityContainer response) {
    if (response.getEntity() instanceof ObservedEntity entity) {
      entity.abort();
    }
  }

  private ClassicCalls() {}
}
