/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.apachehttp.app;

import dev.turnspan.bridge.Exchange;
import dev.turnspan.bridge.Scope;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** What the advice on the asynchronous client calls. */
public final class AsyncCalls {

  /**
   * For a model call the result is the producer, the consumer and the callback to go on with, and
   * the state of the call.
   */
  public static <T> Object @Nullable [] start(
      AsyncRequestProducer producer,
      AsyncResponseConsumer<T> consumer,
      @Nullable FutureCallback<?> callback) {
    Exchange exchange = exchange(producer);
    if (exchange == null) {
      return null;
    }
    return new Object[] {
      exchange.readsBodies() ? new ObservedProducer(producer, exchange) : producer,
      new ObservedConsumer<>(consumer, exchange),
      new ObservedCallback<>(callback, exchange),
      exchange,
      exchange.enter()
    };
  }

  /** The method returned or threw. */
  public static void returned(Object @Nullable [] state, @Nullable Throwable thrown) {
    if (state != null && state[3] instanceof Exchange exchange && state[4] instanceof Scope scope) {
      scope.close();
      if (thrown != null) {
        exchange.fail(thrown);
      }
    }
  }

  /**
   * Only the library's own producers can be asked for their request ahead of time: they hand it to
   * whatever channel they are given and do nothing else.
   */
  private static @Nullable Exchange exchange(AsyncRequestProducer producer) {
    if (!(producer instanceof BasicRequestProducer)
        || !producer.getClass().getName().startsWith("org.apache.hc.")) {
      return null;
    }
    Asking asking = new Asking();
    try {
      producer.sendRequest(asking, null);
    } catch (Exception e) {
      return null;
    }
    return asking.exchange;
  }

  private static final class Asking implements RequestChannel {

    private @Nullable Exchange exchange;

    @Override
    public void sendRequest(
        HttpRequest request, @Nullable EntityDetails entity, @Nullable HttpContext context) {
      exchange = entity == null ? null : Requests.startExchange(null, request, entity);
    }
  }

  private AsyncCalls() {}
}
