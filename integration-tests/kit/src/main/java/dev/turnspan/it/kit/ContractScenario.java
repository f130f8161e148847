/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import java.util.Locale;

/** What every client must get right. A program names its scenarios like these, in camel case. */
public enum ContractScenario {
  /** An answer in one piece. */
  BLOCKING,
  /** The same, as a future. */
  ASYNC,
  /** A stream that the application reads, with usage. */
  STREAMING,
  /** A stream that calls the application back, with usage. */
  ASYNC_STREAMING,
  /** The application closes a stream after the first word. */
  CLOSED_EARLY,
  /** The application closes a stream that calls it back after the first word. */
  ASYNC_CLOSED_EARLY,
  /** The application forgets a stream after the first word. */
  NEVER_CLOSED,
  /** The application cancels a future. */
  CANCELLED,
  /** The streamed answer asks for a tool and says nothing. */
  TOOL_CALL_ONLY,
  /** A tool is asked for, run, and its result sent back. */
  TOOL_TURN,
  /** Two tools are asked for at once. */
  PARALLEL_TOOLS,
  /** The provider reports no usage. */
  USAGE_MISSING,
  /** A stream that did not ask for usage. */
  STREAM_USAGE_MISSING,
  /** Usage with cached and reasoning tokens. */
  DETAILED_USAGE,
  /** A stream that reasons before it answers. */
  REASONING_FIRST,
  /** Status 401. */
  UNAUTHORIZED,
  /** Status 429 and no retry. */
  RATE_LIMITED,
  /** Status 500, then an answer. */
  RETRIED,
  /** The same, as a future. */
  RETRIED_ASYNC,
  /** Nobody listens. */
  CONNECT_ERROR,
  /** An error event in a stream. */
  ERROR_EVENT,
  /** An error event in a stream that calls back. */
  ERROR_EVENT_ASYNC,
  /** Broken JSON in a stream. */
  MALFORMED,
  /** Broken JSON in a stream that calls back. */
  MALFORMED_ASYNC,
  /** The connection is cut in a stream. */
  CUT,
  /** The connection is cut in a stream that calls back. */
  CUT_ASYNC,
  /** An answer without a finish reason. */
  NO_FINISH_REASON,
  /** A stream without a finish reason. */
  NO_FINISH_REASON_STREAM,
  /** A stream without a finish reason that calls back. */
  NO_FINISH_REASON_ASYNC,
  /** The answer was too long. */
  LENGTH,
  /** The answer was filtered. */
  CONTENT_FILTER,
  /** The model refused. */
  REFUSAL,
  /** Two streams at once, from one thread. */
  IN_PARALLEL,
  /** Two calls below one server span. */
  UNDER_SERVER_SPAN;

  /** The name in programs, transcripts and expectations. */
  public String label() {
    StringBuilder label = new StringBuilder();
    for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
      label.append(label.isEmpty() ? word : capitalized(word));
    }
    return label.toString();
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
