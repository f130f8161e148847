/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * How something ended.
 *
 * @param reason the finish reason that overrides what the provider said; null for a normal end
 * @param errorType class of the exception or status code; null where nothing failed
 * @param description a few words for the span's status, never a message from outside
 */
record Outcome(@Nullable String reason, @Nullable String errorType, @Nullable String description) {

  static final Outcome COMPLETED = new Outcome(null, null, null);
  static final Outcome ABORTED = new Outcome("aborted", null, null);
  static final Outcome PROVIDER_ERROR = new Outcome("error", "_OTHER", "error in the answer");
  static final Outcome TOOL_ERROR = new Outcome("error", "_OTHER", "tool error");
  static final Outcome ABANDONED = new Outcome("abandoned", null, null);

  /** So many steps and no more, and what there was by then is the result. */
  static final Outcome STOPPED = new Outcome("max-steps", null, null);

  /** Messages may quote keys or prompts, so only the class tells what it was. */
  static Outcome failed(Throwable error, int status) {
    Throwable cause = unwrap(error);
    String name = cause.getClass().getName();
    String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    return new Outcome("error", name, status > 0 ? simple + ", HTTP " + status : simple);
  }

  /** The same with a failure as the result. */
  static Outcome exhausted(Throwable error) {
    return new Outcome("max-steps", failed(error, 0).errorType(), "too many steps");
  }

  static Outcome httpStatus(int status) {
    return new Outcome("error", Integer.toString(status), "HTTP " + status);
  }

  /** Nothing went wrong and nobody broke it off. */
  boolean isNormal() {
    return reason == null;
  }

  /** Closed or cancelled by the application. */
  boolean isAborted() {
    return "aborted".equals(reason);
  }

  /** Nobody waited for the end. */
  boolean isAbandoned() {
    return "abandoned".equals(reason);
  }

  boolean isError() {
    return errorType != null;
  }

  private static Throwable unwrap(Throwable error) {
    Throwable cause = error.getCause();
    return cause != null
            && (error instanceof CompletionException || error instanceof ExecutionException)
        ? cause
        : error;
  }
}
