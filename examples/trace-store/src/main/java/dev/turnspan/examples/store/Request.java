/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request, its path and query decoded.
 *
 * @param path segments, each decoded by itself: an id may contain an encoded slash
 */
record Request(
    String method,
    List<String> path,
    Map<String, List<String>> query,
    Headers headers,
    InputStream body) {

  static Request of(HttpExchange exchange) throws HttpError {
    return new Request(
        exchange.getRequestMethod(),
        path(exchange.getRequestURI().getRawPath()),
        query(exchange.getRequestURI().getRawQuery()),
        exchange.getRequestHeaders(),
        exchange.getRequestBody());
  }

  /** Empty when the header is missing. */
  String header(String name) {
    String value = headers.getFirst(name);
    return value == null ? "" : value;
  }

  List<String> parameter(String name) {
    return query.getOrDefault(name, List.of());
  }

  /** Empty when the parameter is missing. */
  String single(String name) throws HttpError {
    List<String> values = parameter(name);
    if (values.size() > 1) {
      throw new HttpError(400, "parameter " + name + " is given more than once");
    }
    return values.isEmpty() ? "" : values.get(0);
  }

  void acceptOnly(List<String> names) throws HttpError {
    for (String name : query.keySet()) {
      if (!names.contains(name)) {
        throw new HttpError(
            400, "unknown parameter: " + name + " (accepted: " + String.join(", ", names) + ")");
      }
    }
  }

  private static List<String> path(String raw) throws HttpError {
    List<String> segments = new ArrayList<>();
    for (String segment : raw.substring(1).split("/", -1)) {
      // A plus sign means itself in a path, unlike in a query.
      segments.add(decode(segment.replace("+", "%2B")));
    }
    return segments;
  }

  private static Map<String, List<String>> query(@Nullable String raw) throws HttpError {
    Map<String, List<String>> query = new LinkedHashMap<>();
    if (raw == null || raw.isEmpty()) {
      return query;
    }
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      query.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }
    return query;
  }

  private static String decode(String text) throws HttpError {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new HttpError(400, "malformed percent-encoding in the address");
    }
  }
}
