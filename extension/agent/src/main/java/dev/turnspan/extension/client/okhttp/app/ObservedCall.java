/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.okhttp.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Exchange;
import dev.turnspan.bridge.Scope;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** A call that is under way. One thread at a time runs the chain. */
final class ObservedCall {

  private final Call call;
  private final Request original;
  private final Request observed;
  private final Scope scope;
  private Exchange exchange;
  private Scope attemptScope = Scope.NONE;
  private int attempts;
  private @Nullable Response answer;
  private @Nullable Throwable failure;

  private ObservedCall(Call call, Request original, RequestBody body, Exchange exchange) {
    this.call = call;
    this.original = original;
    this.exchange = exchange;
    this.observed =
        original
            .newBuilder()
            .method(original.method(), new ObservedRequestBody(body, this))
            .build();
    this.scope = exchange.enter();
  }

  /** Null if the request is no model call. */
  static @Nullable ObservedCall start(Call call, Request request, RequestBody body) {
    Exchange exchange = exchange(request, body);
    return exchange == null ? null : new ObservedCall(call, request, body, exchange);
  }

  private static @Nullable Exchange exchange(Request request, RequestBody body) {
    return Bridge.wire()
        .startExchange(request.method(), request.url().toString(), text(body.contentType()), null);
  }

  /** The request whose body is looked at on its way. */
  Request request() {
    return observed;
  }

  /** The exchange of the latest attempt. */
  Exchange exchange() {
    return exchange;
  }

  /** From the second on, an attempt is an exchange of its own. */
  void startAttempt() {
    if (attempts++ == 0) {
      return;
    }
    endBefore();
    RequestBody body = original.body();
    Scope caller = exchange.callerContext();
    Exchange next;
    try {
      next = body == null ? null : exchange(original, body);
    } finally {
      caller.close();
    }
    answer = null;
    failure = null;
    if (next != null) {
      exchange = next;
      attemptScope = next.enter();
    }
  }

  private void endBefore() {
    Response answered = answer;
    if (failure != null) {
      fail(failure);
    } else if (answered != null) {
      answered(answered);
      exchange.end();
    } else {
      exchange.abort();
    }
  }

  void endAttempt(@Nullable Response response, @Nullable Throwable thrown) {
    answer = response;
    failure = thrown;
    attemptScope.close();
    attemptScope = Scope.NONE;
  }

  /** All interceptors are through; what comes of it is what the application gets. */
  @Nullable Response returned(@Nullable Response response, @Nullable Throwable thrown) {
    scope.close();
    answer = null;
    if (thrown != null) {
      fail(thrown);
      return response;
    }
    if (response == null) {
      exchange.abort();
      return null;
    }
    answered(response);
    ResponseBody body = response.body();
    if (body == null) {
      exchange.end();
      return restored(response, response.newBuilder());
    }
    return restored(
        response, response.newBuilder().body(new ObservedResponseBody(body, this, exchange)));
  }

  private void answered(Response response) {
    // What is still compressed here the application gets compressed as well.
    exchange.answered(
        response.code(), response.header("Content-Type"), response.header("Content-Encoding"));
  }

  /** The application gets back the request that it knows. */
  private Response restored(Response response, Response.Builder builder) {
    Request request = response.request();
    if (request == observed) {
      builder.request(original);
    } else if (request.body() instanceof ObservedRequestBody body) {
      builder.request(request.newBuilder().method(request.method(), body.delegate()).build());
    }
    return builder.build();
  }

  void fail(Throwable thrown) {
    if (call.isCanceled()) {
      exchange.abort();
    } else {
      exchange.fail(thrown);
    }
  }

  private static @Nullable String text(@Nullable MediaType type) {
    return type == null ? null : type.toString();
  }
}
