/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.azureopenai.app;

import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import dev.turnspan.bridge.Attempt;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Scope;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** What the advice on the HTTP clients calls. */
public final class AzureAttempts {

  private AzureAttempts() {}

  /** A blocking attempt begins; the result goes to {@code returned}. */
  public static Object start(HttpRequest request) {
    Attempt attempt = begin(Bridge.engine().callFor(request), request);
    return new Begun(attempt, attempt.enter());
  }

  /** The blocking method returned or threw. */
  public static void returned(
      @Nullable Object begun, @Nullable HttpResponse response, @Nullable Throwable thrown) {
    if (begun instanceof Begun attempt) {
      attempt.scope.close();
      if (thrown != null) {
        attempt.attempt.failed(thrown, 0);
      } else if (response != null) {
        attempt.attempt.status(response.getStatusCode());
      }
    }
  }

  /** An attempt that begins when subscribed to. */
  public static Mono<HttpResponse> whenSubscribed(
      HttpRequest request, Mono<HttpResponse> response) {
    return new Exchange(response, request);
  }

  private static Attempt begin(Call call, HttpRequest request) {
    Attempt attempt = call.startAttempt();
    attempt.sentTo(request.getUrl().toString());
    return attempt;
  }

  private record Begun(Attempt attempt, Scope scope) {}

  private static final class Exchange extends MonoOperator<HttpResponse, HttpResponse> {

    private final HttpRequest request;

    Exchange(Mono<HttpResponse> source, HttpRequest request) {
      super(source);
      this.request = request;
    }

    @Override
    public void subscribe(CoreSubscriber<? super HttpResponse> actual) {
      Call call = Bridge.engine().callFor(request);
      Attempt attempt = begin(call, request);
      Scope scope = attempt.enter();
      try {
        source.subscribe(new ObservedSubscriber<>(actual, new OnWire(call, attempt)));
      } finally {
        scope.close();
      }
    }
  }

  /** The policies downstream are the library's own: their retries look for the call. */
  private record OnWire(Call call, Attempt attempt) implements Observation {

    @Override
    public Scope within() {
      return attempt.enter();
    }

    @Override
    public Scope outside() {
      return call.enter();
    }

    @Override
    public void next(@Nullable Object response) {
      if (response instanceof HttpResponse http) {
        attempt.status(http.getStatusCode());
      }
    }

    @Override
    public void failed(Throwable failure) {
      attempt.failed(failure, 0);
    }

    @Override
    public void completed() {}

    @Override
    public void cancelled() {}
  }
}
