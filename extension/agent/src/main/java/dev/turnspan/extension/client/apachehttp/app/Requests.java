/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.apachehttp.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Exchange;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Asks the wire about a request. */
final class Requests {

  /** Null if it is no model call. */
  static @Nullable Exchange startExchange(
      @Nullable HttpHost target, HttpRequest request, EntityDetails entity) {
    String url = url(target, request);
    return url == null
        ? null
        : Bridge.wire().startExchange(request.getMethod(), url, entity.getContentType(), null);
  }

  private static @Nullable String url(@Nullable HttpHost target, HttpRequest request) {
    String path = request.getRequestUri();
    if (request.getAuthority() != null) {
      String scheme = request.getScheme() == null ? "http" : request.getScheme();
      return scheme + "://" + request.getAuthority() + path;
    }
    return target == null ? null : target.toURI() + path;
  }

  private Requests() {}
}
