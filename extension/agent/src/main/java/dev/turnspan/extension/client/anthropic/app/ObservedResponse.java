/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import com.anthropic.core.http.Headers;
import com.anthropic.core.http.HttpResponseFor;
import com.anthropic.core.http.StreamResponse;
import dev.turnspan.bridge.Call;
import dev.turnspan.extension.app.ObservedBody;
import dev.turnspan.extension.app.StreamObserver;
import java.io.InputStream;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An answer of which only the headers are there yet. */
final class ObservedResponse<T> implements HttpResponseFor<T> {

  private final HttpResponseFor<T> delegate;
  private final Call call;
  private final UnaryOperator<T> onParsed;
  private @Nullable T parsed;
  private @Nullable T observed;

  private ObservedResponse(HttpResponseFor<T> delegate, Call call, UnaryOperator<T> onParsed) {
    this.delegate = delegate;
    this.call = call;
    this.onParsed = onParsed;
  }

  /** Wraps what a method of the endpoint returned: an answer, or a stream of chunks. */
  @SuppressWarnings("unchecked") // The endpoint is that of the request, so the types are its own.
  static <A, C> ObservedResponse<?> of(
      HttpResponseFor<?> response, Call call, Endpoint<A, C> endpoint, boolean stream) {
    if (stream) {
      return new ObservedResponse<>(
          (HttpResponseFor<StreamResponse<C>>) response,
          call,
          chunks -> new ObservedStream<>(chunks, new StreamObserver<>(call, endpoint.chunks())));
    }
    return new ObservedResponse<>(
        (HttpResponseFor<A>) response, call, answer -> read(answer, call, endpoint));
  }

  private static <A> A read(A answer, Call call, Endpoint<A, ?> endpoint) {
    try {
      endpoint.answer(answer, call);
    } catch (Throwable t) {
      // What cannot be read is missing on the span; the answer is the application's.
    }
    call.end();
    return answer;
  }

  @Override
  public T parse() {
    T value;
    try {
      value = delegate.parse();
    } catch (Throwable t) {
      call.fail(t, AnthropicCalls.status(t));
      throw t;
    }
    T known = observed;
    if (known == null || parsed != value) {
      parsed = value;
      known = onParsed.apply(value);
      observed = known;
    }
    return known;
  }

  @Override
  public int statusCode() {
    return delegate.statusCode();
  }

  @Override
  public Headers headers() {
    return delegate.headers();
  }

  @Override
  public InputStream body() {
    return new ObservedBody(delegate.body(), call);
  }

  @Override
  public void close() {
    try {
      delegate.close();
    } finally {
      call.abort();
    }
  }
}
