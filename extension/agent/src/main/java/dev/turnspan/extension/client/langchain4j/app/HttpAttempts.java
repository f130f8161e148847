/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j.app;

import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.turnspan.bridge.Attempt;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Scope;
import org.jspecify.annotations.Nullable;

/** What the advice on the HTTP client calls. */
public final class HttpAttempts {

  private HttpAttempts() {}

  /** An attempt begins; the result goes to {@code returned}. */
  public static Object start(HttpRequest request) {
    Attempt attempt = Bridge.engine().callFor(request).startAttempt();
    attempt.sentTo(request.url());
    return new Begun(attempt, attempt.enter());
  }

  /** The method returned or threw; a stream has no response yet. */
  public static void returned(
      @Nullable Object begun,
      @Nullable SuccessfulHttpResponse response,
      @Nullable Throwable thrown) {
    if (begun instanceof Begun attempt) {
      attempt.scope.close();
      int status = thrown == null ? 0 : HttpFailures.status(thrown);
      if (status > 0) {
        attempt.attempt.status(status);
      } else if (thrown != null) {
        attempt.attempt.failed(thrown, 0);
      } else if (response != null) {
        attempt.attempt.status(response.statusCode());
      }
    }
  }

  /** The answer to a request for a stream begins. */
  public static void opened(@Nullable SuccessfulHttpResponse response) {
    if (response != null) {
      Bridge.engine().callFor(response).status(response.statusCode());
    }
  }

  /** The body of a stream is read, and handlers called, until {@code read}. */
  public static Object reading(Object stream) {
    return Bridge.engine().callFor(stream).callerContext();
  }

  /** The body has been read. */
  public static void read(@Nullable Object scope) {
    if (scope instanceof Scope open) {
      open.close();
    }
  }

  private record Begun(Attempt attempt, Scope scope) {}
}
