/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.apachehttp.app;

import dev.turnspan.bridge.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/** The body of an answer. */
final class ObservedEntity extends HttpEntityWrapper {

  private final ClassicCall call;
  private final Exchange exchange;
  private @Nullable InputStream original;
  private @Nullable InputStream observed;

  ObservedEntity(HttpEntity delegate, ClassicCall call) {
    super(delegate);
    this.call = call;
    this.exchange = call.exchange();
    exchange.watch(this);
  }

  @Override
  public @Nullable InputStream getContent() throws IOException {
    InputStream content = super.getContent();
    InputStream known = observed;
    if (content == null) {
      return null;
    }
    if (known == null || original != content) {
      original = content;
      known = new ObservedContent(content, getContentLength(), this);
      observed = known;
    }
    return known;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try {
      super.writeTo(exchange.readsBodies() ? new ObservedOutput(out, exchange::received) : out);
    } catch (IOException e) {
      fail(e);
      throw e;
    }
    exchange.end();
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      exchange.abort();
    }
  }

  Exchange exchange() {
    return exchange;
  }

  void abort() {
    exchange.abort();
  }

  void fail(IOException failure) {
    call.fail(failure);
  }
}
