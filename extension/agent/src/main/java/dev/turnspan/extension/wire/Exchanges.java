/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import dev.turnspan.bridge.Attempt;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.Engine;
import dev.turnspan.bridge.Exchange;
import dev.turnspan.bridge.Wire;
import dev.turnspan.extension.engine.Failures;
import dev.turnspan.extension.wire.WireFormats.Route;
import dev.turnspan.semconv.Providers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells which HTTP exchanges are model calls. A POST whose path ends as a known format's does is
 * one, unless its content is not JSON. Paths that others have as well are looked at more closely:
 * where the transport can show the body before it is sent, the body must name a model; plain words
 * count on hosts of known providers only, and on those that the user names. What is taken for a
 * call by this rule stays one, whatever its body turns out to be: its span has been handed on by
 * then.
 */
public final class Exchanges implements Wire {

  private final Engine engine;
  private final Set<String> hosts;

  /**
   * Reports to an engine.
   *
   * @param hosts more hosts, in lower case, that are known to be providers
   */
  public Exchanges(Engine engine, Set<String> hosts) {
    this.engine = engine;
    this.hosts = Set.copyOf(hosts);
  }

  @Override
  public @Nullable Exchange startExchange(
      String method,
      String url,
      @Nullable String contentType,
      @Nullable Supplier<@Nullable Iterable<ByteBuffer>> body) {
    try {
      return method.equals("POST") ? post(url, contentType, body) : null;
    } catch (Throwable t) {
      Failures.note(t);
      return null;
    }
  }

  private @Nullable Exchange post(
      String url,
      @Nullable String contentType,
      @Nullable Supplier<@Nullable Iterable<ByteBuffer>> body) {
    int end = pathEnd(url);
    for (Route route : WireFormats.ROUTES) {
      if (route.endpoint().endsPath(url, end)) {
        String address = url.substring(0, end);
        RequestBody head = head(route.format(), contentType, body);
        return isCall(route, address, contentType, head)
            ? start(route.format(), route.endpoint(), address, head)
            : null;
      }
    }
    return null;
  }

  private static @Nullable RequestBody head(
      WireFormat format,
      @Nullable String contentType,
      @Nullable Supplier<@Nullable Iterable<ByteBuffer>> body) {
    Iterable<ByteBuffer> head = body == null || !mayBeJson(contentType) ? null : body.get();
    return head == null ? null : RequestBody.of(format, head);
  }

  private @Nullable Exchange start(
      WireFormat format, Endpoint endpoint, String address, @Nullable RequestBody head) {
    Call open = engine.currentCall(endpoint.operation());
    if (open != null) {
      return open.isOnWire() ? null : attempt(open, address);
    }
    String model = head == null ? null : head.model();
    Call call =
        engine.startCall(
            new CallStart(
                endpoint.operation(),
                format.provider(),
                model == null ? format.modelIn(address) : model,
                endpoint.streams(),
                address,
                head == null ? null : head.conversation(),
                head == null || !head.isWhole() ? List.of() : head.results(),
                null));
    return new ModelExchange(call, format, endpoint, head);
  }

  /** A hook above need not know where its request goes. */
  private static Exchange attempt(Call open, String address) {
    Attempt attempt = open.startAttempt();
    attempt.sentTo(address);
    return new AttemptExchange(attempt);
  }

  private boolean isCall(
      Route route, String address, @Nullable String contentType, @Nullable RequestBody head) {
    if (!mayBeJson(contentType)) {
      return false;
    }
    return switch (route.endpoint().reach()) {
      case EVERYWHERE -> true;
      case KNOWN_HOSTS -> isKnown(host(address));
      case UNLESS_BODY_DENIES ->
          head == null
              || head.mayAskForModel()
              || route.format().modelIn(address) != null
              || isKnown(host(address));
    };
  }

  private static boolean mayBeJson(@Nullable String contentType) {
    return contentType == null || contentType.toLowerCase(Locale.ROOT).contains("json");
  }

  private boolean isKnown(@Nullable String host) {
    return host != null && (hosts.contains(host) || Providers.ofHost(host) != null);
  }

  private static int pathEnd(String url) {
    for (int i = 0; i < url.length(); i++) {
      if (url.charAt(i) == '?' || url.charAt(i) == '#') {
        return i;
      }
    }
    return url.length();
  }

  /** The host in lower case, without user and port; null if there is none. */
  private static @Nullable String host(String address) {
    int start = address.indexOf("://");
    int end = start < 0 ? -1 : address.indexOf('/', start + 3);
    if (end < 0) {
      return null;
    }
    String authority = address.substring(start + 3, end);
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int port = host.lastIndexOf(':');
    return (port > host.lastIndexOf(']') ? host.substring(0, port) : host).toLowerCase(Locale.ROOT);
  }
}
