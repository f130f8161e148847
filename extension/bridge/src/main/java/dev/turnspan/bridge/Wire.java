/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.bridge;

import org.jspecify.annotations.Nullable;

/** Knows which HTTP exchanges are model calls, whatever client makes them. Does not throw. */
public interface Wire {

  /** Knows none. */
  Wire NONE = (method, url) -> null;

  /**
   * An HTTP client is about to send a request, in the context in which it was asked to.
   *
   * @param method the HTTP method
   * @param url the whole URL; only host, port and path are looked at, and never the query's values
   * @return null if this is no model call, or if the attempt is reported by a hook above
   */
  @Nullable Exchange startExchange(String method, String url);
}
