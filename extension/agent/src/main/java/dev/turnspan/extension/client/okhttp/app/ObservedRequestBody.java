/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.okhttp.app;

import dev.turnspan.bridge.Exchange;
import dev.turnspan.extension.app.OptionalMethod;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** The body of a request, looked at whenever it is written. */
final class ObservedRequestBody extends RequestBody {

  /** Since 3.13 and 3.14. */
  private static final OptionalMethod IS_DUPLEX = OptionalMethod.of(RequestBody.class, "isDuplex");

  private static final OptionalMethod IS_ONE_SHOT =
      OptionalMethod.of(RequestBody.class, "isOneShot");

  private final RequestBody delegate;
  private final ObservedCall call;

  ObservedRequestBody(RequestBody delegate, ObservedCall call) {
    this.delegate = delegate;
    this.call = call;
  }

  RequestBody delegate() {
    return delegate;
  }

  ObservedCall call() {
    return call;
  }

  @Override
  public @Nullable MediaType contentType() {
    return delegate.contentType();
  }

  @Override
  public long contentLength() throws IOException {
    return delegate.contentLength();
  }

  /** Overrides a method where there is one. */
  @SuppressWarnings("MissingOverride")
  public boolean isDuplex() {
    return IS_DUPLEX.truth(delegate);
  }

  /** Overrides a method where there is one. */
  @SuppressWarnings("MissingOverride")
  public boolean isOneShot() {
    return IS_ONE_SHOT.truth(delegate);
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    Exchange exchange = call.exchange();
    if (!exchange.readsBodies() || isDuplex()) {
      // The sink of a duplex body outlives this method, and must be the transport's own.
      delegate.writeTo(sink);
      return;
    }
    exchange.sending();
    ObservedSink observed = new ObservedSink(sink, exchange);
    BufferedSink buffered = Okio.buffer(observed);
    delegate.writeTo(buffered);
    // Not flushed: when bytes go out is the transport's decision.
    buffered.emit();
    exchange.sent();
  }
}
