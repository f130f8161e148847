/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import org.jspecify.annotations.Nullable;

/**
 * A path under which a format is spoken.
 *
 * @param suffix how the path ends, from a slash or a colon on
 * @param operation OpenTelemetry's operation name
 * @param reach where the path alone tells that this is a model call
 * @param streams whether whatever goes there is answered by a stream
 */
record Endpoint(String suffix, String operation, Reach reach, boolean streams) {

  /** How much a path tells. */
  enum Reach {
    /** Nobody else has such a path. */
    EVERYWHERE,
    /** Others may have it: where the transport can show the body, it has to name a model. */
    UNLESS_BODY_DENIES,
    /** A plain word, so on hosts of providers only. */
    KNOWN_HOSTS
  }

  static Endpoint chat(String suffix) {
    return new Endpoint(suffix, "chat", Reach.EVERYWHERE, false);
  }

  static Endpoint embeddings(String suffix) {
    return new Endpoint(suffix, "embeddings", Reach.EVERYWHERE, false);
  }

  Endpoint operation(String other) {
    return new Endpoint(suffix, other, reach, streams);
  }

  Endpoint unlessBodyDenies() {
    return new Endpoint(suffix, operation, Reach.UNLESS_BODY_DENIES, streams);
  }

  Endpoint onKnownHosts() {
    return new Endpoint(suffix, operation, Reach.KNOWN_HOSTS, streams);
  }

  Endpoint streaming() {
    return new Endpoint(suffix, operation, reach, true);
  }

  /** Whether the part of the text before the end ends like this. */
  boolean endsPath(String url, int end) {
    int start = end - suffix.length();
    return start > 0 && url.startsWith(suffix, start);
  }

  /** The model that the path names, as a format writes it there; null where it names none. */
  static @Nullable String between(String url, String before, String after) {
    int start = url.lastIndexOf(before);
    if (start < 0) {
      return null;
    }
    start += before.length();
    int end = url.indexOf(after, start);
    return end > start ? url.substring(start, end) : null;
  }
}
