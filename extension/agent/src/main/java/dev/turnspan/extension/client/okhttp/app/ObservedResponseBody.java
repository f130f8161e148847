/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.okhttp.app;

import dev.turnspan.bridge.Exchange;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** The body of an answer, as the application reads it: uncompressed. */
final class ObservedResponseBody extends ResponseBody {

  private final ResponseBody delegate;
  private final Exchange exchange;
  private final BufferedSource source;

  ObservedResponseBody(ResponseBody delegate, ObservedCall call, Exchange exchange) {
    this.delegate = delegate;
    this.exchange = exchange;
    ObservedSource observed =
        new ObservedSource(delegate.source(), delegate.contentLength(), call, exchange);
    this.source = Okio.buffer(observed);
    // The source: it is also held by whoever holds only the stream.
    exchange.watch(observed);
  }

  @Override
  public @Nullable MediaType contentType() {
    return delegate.contentType();
  }

  @Override
  public long contentLength() {
    return delegate.contentLength();
  }

  @Override
  public BufferedSource source() {
    return source;
  }

  @Override
  public void close() {
    try {
      super.close();
    } finally {
      try {
        delegate.close();
      } finally {
        exchange.abort();
      }
    }
  }
}
