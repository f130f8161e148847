/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.jdkhttp.app;

import dev.turnspan.bridge.Exchange;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A request whose body is looked at as it is sent. Everything else is the application's own. */
final class ObservedRequest extends HttpRequest {

  private static final Set<String> PASSED_ON =
      Set.of("bodyPublisher", "method", "timeout", "expectContinue", "uri", "version", "headers");

  /** A later JDK may add to the class what this one would not pass on. */
  private static final boolean COMPLETE = isComplete();

  private final HttpRequest request;
  private final Exchange exchange;

  private ObservedRequest(HttpRequest request, Exchange exchange) {
    this.request = request;
    this.exchange = exchange;
  }

  static HttpRequest of(HttpRequest request, Exchange exchange) {
    boolean readable =
        COMPLETE
            && exchange.readsBodies()
            && request.headers().firstValue("content-encoding").isEmpty();
    return readable ? new ObservedRequest(request, exchange) : request;
  }

  private static boolean isComplete() {
    for (Method method : HttpRequest.class.getDeclaredMethods()) {
      int modifiers = method.getModifiers();
      boolean open = !Modifier.isStatic(modifiers) && !Modifier.isFinal(modifiers);
      if (open && Modifier.isPublic(modifiers) && !PASSED_ON.contains(method.getName())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Optional<BodyPublisher> bodyPublisher() {
    return request.bodyPublisher().map(publisher -> new ObservedPublisher(publisher, exchange));
  }

  @Override
  public String method() {
    return request.method();
  }

  @Override
  public Optional<Duration> timeout() {
    return request.timeout();
  }

  @Override
  public boolean expectContinue() {
    return request.expectContinue();
  }

  @Override
  public URI uri() {
    return request.uri();
  }

  @Override
  public Optional<HttpClient.Version> version() {
    return request.version();
  }

  @Override
  public HttpHeaders headers() {
    return request.headers();
  }

  @Override
  public String toString() {
    return request.toString();
  }
}
