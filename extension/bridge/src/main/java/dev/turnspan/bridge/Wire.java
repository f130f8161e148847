/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.bridge;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Knows which HTTP exchanges are model calls, whatever client makes them. Does not throw. */
public interface Wire {

  /** Knows none. */
  Wire NONE = (method, url, contentType, body) -> null;

  /**
   * An HTTP client is about to send a request, in the context in which it was asked to.
   *
   * @param method the HTTP method
   * @param url the whole URL; only host, port and path are looked at, and never the query's values
   * @param contentType value of the request's header, or null if there is none or it is not known
   * @param body shows the body, or its beginning, in as many parts as it has, where it lies in
   *     memory and looking at it changes nothing; asked before this method returns, and only if the
   *     path may be a model's. Null, or with null as result, if the transport cannot
   * @return null if this is no model call, or if the attempt is reported by a hook above
   */
  @Nullable Exchange startExchange(
      String method,
      String url,
      @Nullable String contentType,
      @Nullable Supplier<@Nullable Iterable<ByteBuffer>> body);
}
