/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.bridge.CallStart;
import dev.turnspan.semconv.Providers;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request before it is sent, in OpenTelemetry's words.
 *
 * @param operation OpenTelemetry's operation name
 * @param provider OpenTelemetry's well-known provider value
 * @param model the model that the request names
 * @param stream whether a stream was asked for
 * @param host where the request goes
 * @param port -1 where unknown
 */
record RequestFacts(
    String operation,
    String provider,
    @Nullable String model,
    boolean stream,
    @Nullable String host,
    int port) {

  private static final String UNKNOWN_PROVIDER = "unknown";

  static RequestFacts of(CallStart start) {
    URI uri = uri(start.baseUrl());
    String host = uri == null ? null : uri.getHost();
    return new RequestFacts(
        start.operation(),
        provider(host, Providers.canonical(start.provider())),
        start.model(),
        start.stream(),
        host,
        host == null || uri == null ? -1 : port(uri));
  }

  /** The same request, now that it is known where it goes. */
  RequestFacts sentTo(String url) {
    URI uri = uri(url);
    String to = uri == null ? null : uri.getHost();
    return uri == null || to == null
        ? this
        : new RequestFacts(operation, provider(to, provider), model, stream, to, port(uri));
  }

  /** The same request, now that its body was seen. */
  RequestFacts asSent(@Nullable String named, boolean streams) {
    return new RequestFacts(
        operation, provider, model == null ? named : model, stream || streams, host, port);
  }

  /** The same request, with what a hook on a lower level knows of it and this one does not. */
  RequestFacts completedBy(RequestFacts lower) {
    boolean lowerKnowsHost = host == null && lower.host != null;
    String known = provider.equals(UNKNOWN_PROVIDER) ? lower.provider : provider;
    return new RequestFacts(
        operation,
        lowerKnowsHost ? provider(lower.host, known) : known,
        model == null ? lower.model : model,
        stream,
        lowerKnowsHost ? lower.host : host,
        lowerKnowsHost ? lower.port : port);
  }

  /** A library talks to whatever host it is pointed at: the host knows better who answers. */
  private static String provider(@Nullable String host, @Nullable String told) {
    String known = Providers.ofHost(host);
    known = known == null ? told : known;
    return known == null ? UNKNOWN_PROVIDER : known;
  }

  private static @Nullable URI uri(@Nullable String url) {
    try {
      return url == null ? null : URI.create(url);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
  }
}
