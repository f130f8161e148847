/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.apachehttp.app;

import dev.turnspan.bridge.Exchange;
import dev.turnspan.bridge.Scope;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** A call of the classic client that is under way. */
final class ClassicCall {

  private final ClassicHttpRequest request;
  private final @Nullable HttpEntity original;
  private final Exchange exchange;
  private final Scope scope;
  private boolean answered;

  private ClassicCall(
      ClassicHttpRequest request, @Nullable HttpEntity original, Exchange exchange) {
    this.request = request;
    this.original = original;
    this.exchange = exchange;
    if (original != null && original.getContentEncoding() == null && exchange.readsBodies()) {
      // Until the method returns; the application gets its own entity back.
      request.setEntity(new ObservedRequestEntity(original, exchange));
    }
    this.scope = exchange.enter();
  }

  /** Null if the request is no model call, or one that is looked at already. */
  static @Nullable ClassicCall start(@Nullable HttpHost target, ClassicHttpRequest request) {
    HttpEntity entity = request.getEntity();
    if (entity == null || entity instanceof ObservedRequestEntity) {
      return null;
    }
    Exchange exchange = Requests.startExchange(target, request, entity);
    return exchange == null ? null : new ClassicCall(request, entity, exchange);
  }

  Exchange exchange() {
    return exchange;
  }

  /** An answer is about to be handed to the application. */
  void answered(ClassicHttpResponse response) {
    if (answered) {
      return;
    }
    answered = true;
    HttpEntity entity = response.getEntity();
    exchange.answered(
        response.getCode(),
        entity == null ? null : entity.getContentType(),
        entity == null ? null : entity.getContentEncoding());
    if (entity == null) {
      exchange.end();
    } else {
      response.setEntity(new ObservedEntity(entity, this));
    }
  }

  /** The method returned or threw; a response handler may have been called before. */
  void returned(@Nullable ClassicHttpResponse response, @Nullable Throwable thrown) {
    scope.close();
    if (request.getEntity() instanceof ObservedRequestEntity) {
      request.setEntity(original);
    }
    if (thrown != null) {
      fail(thrown);
    } else if (response != null) {
      answered(response);
    } else {
      exchange.abort();
    }
  }

  void fail(Throwable thrown) {
    if (request instanceof CancellableDependency cancellable && cancellable.isCancelled()) {
      exchange.abort();
    } else {
      exchange.fail(thrown);
    }
  }
}
