/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j.app;

import dev.langchain4j.exception.HttpException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the HTTP status in a failure. By itself, so that the HTTP client's hooks do not depend on
 * the chat models.
 */
final class HttpFailures {

  private static final int LONGEST_CAUSE_CHAIN = 16;

  private HttpFailures() {}

  /** The status that an exception carries, or one of its causes; 0 where there is none. */
  static int status(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int i = 0; cause != null && i < LONGEST_CAUSE_CHAIN; i++) {
      if (cause instanceof HttpException http) {
        return http.statusCode();
      }
      cause = cause.getCause();
    }
    return 0;
  }
}
