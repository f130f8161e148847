/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googlegenai.app;

import com.google.genai.HttpApiClient;
import dev.turnspan.bridge.Attempt;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Scope;
import dev.turnspan.extension.app.OptionalMethod;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * What the advice on the HTTP client calls. Which one it is depends on the version, so its types
 * are not named here.
 */
public final class GenAiAttempts {

  private static final OptionalMethod APACHE_URI =
      OptionalMethod.of(type("org.apache.http.client.methods.HttpUriRequest"), "getURI");
  private static final OptionalMethod APACHE_STATUS =
      OptionalMethod.of(type("org.apache.http.HttpResponse"), "getStatusLine", "getStatusCode");
  private static final OptionalMethod OKHTTP_URL =
      OptionalMethod.of(type("okhttp3.Request"), "url");
  private static final OptionalMethod OKHTTP_STATUS =
      OptionalMethod.of(type("okhttp3.Response"), "code");
  private static final Class<?> OKHTTP_CHAIN = type("okhttp3.Interceptor$Chain");

  private GenAiAttempts() {}

  /** A request is sent, for the first time; the result goes to {@code sent}. */
  public static Object start(Object request) {
    Attempt attempt = attempt(request);
    return new Begin(attempt, attempt.enter());
  }

  /** The method returned, perhaps before there is an answer, or threw. */
  public static void sent(@Nullable Object begun, @Nullable Throwable thrown) {
    if (begun instanceof Begin attempt) {
      attempt.scope.close();
      if (thrown != null) {
        attempt.attempt.failed(thrown, 0);
      }
    }
  }

  /** An answer came. */
  public static void answered(Object response) {
    int status = status(response);
    if (status > 0) {
      Bridge.engine().callFor(response).status(status);
    }
  }

  /** A chain of interceptors that reports each time the request goes on. */
  public static Object observe(Object chain) {
    if (!OKHTTP_CHAIN.isInstance(chain)) {
      return chain;
    }
    return Proxy.newProxyInstance(
        OKHTTP_CHAIN.getClassLoader(), new Class<?>[] {OKHTTP_CHAIN}, new ObservedChain(chain));
  }

  /** A request is sent, or sent again. */
  static Attempt attempt(Object request) {
    Attempt attempt = Bridge.engine().callFor(request).startAttempt();
    Object url = OKHTTP_URL.call(request);
    url = url == null ? APACHE_URI.call(request) : url;
    if (url != null) {
      attempt.sentTo(url.toString());
    }
    return attempt;
  }

  /** The status of an answer of either client; 0 where there is none. */
  static int status(@Nullable Object response) {
    return (int)
        Math.max(0, Math.max(OKHTTP_STATUS.number(response), APACHE_STATUS.number(response)));
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, HttpApiClient.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return void.class;
    }
  }

  private record Begin(Attempt attempt, Scope scope) {}
}
