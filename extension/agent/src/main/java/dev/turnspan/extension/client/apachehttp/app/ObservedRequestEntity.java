/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.apachehttp.app;

import dev.turnspan.bridge.Exchange;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** The body of a request, looked at whenever it is written. */
final class ObservedRequestEntity extends HttpEntityWrapper {

  private final Exchange exchange;

  ObservedRequestEntity(HttpEntity delegate, Exchange exchange) {
    super(delegate);
    this.exchange = exchange;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    exchange.sending();
    super.writeTo(new ObservedOutput(out, exchange::sent));
    exchange.sent();
  }
}
