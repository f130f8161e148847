/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.apachehttp.app;

import dev.turnspan.bridge.Scope;
import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;

/** Calls the application's handler in the application's context. */
final class ObservedResponseHandler<T> implements HttpClientResponseHandler<T> {

  private final HttpClientResponseHandler<? extends T> delegate;
  private final ClassicCall call;

  ObservedResponseHandler(HttpClientResponseHandler<? extends T> delegate, ClassicCall call) {
    this.delegate = delegate;
    this.call = call;
  }

  @Override
  public T handleResponse(ClassicHttpResponse response) throws HttpException, IOException {
    call.answered(response);
    Scope scope = call.exchange().callerContext();
    try {
      return delegate.handleResponse(response);
    } finally {
      scope.close();
    }
  }
}
