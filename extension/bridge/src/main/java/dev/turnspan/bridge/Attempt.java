/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.bridge;

/** One request on the wire. No method throws. */
public interface Attempt {

  /** Makes the attempt's span current, so that the HTTP client's span becomes its child. */
  Scope enter();

  /**
   * Where the request goes, for callers that could not tell at the start; only host and port are
   * kept.
   */
  void sentTo(String url);

  /** The provider answered with this HTTP status. From 400 on the attempt counts as failed. */
  void status(int code);

  /** No answer came, or only this exception; status 0 where none is known. */
  void failed(Throwable error, int status);
}
