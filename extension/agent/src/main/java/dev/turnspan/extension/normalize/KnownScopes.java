/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The instrumentation scopes of the process. Bounded: a name made of a user's input must not grow
 * it.
 */
final class KnownScopes {

  private static final int MAX_SCOPES = 1024;

  private final Map<String, KnownScope> scopes = new ConcurrentHashMap<>();

  /** A scope by its name. */
  KnownScope of(String name) {
    KnownScope known = scopes.get(name);
    if (known != null) {
      return known;
    }
    return scopes.size() < MAX_SCOPES
        ? scopes.computeIfAbsent(name, KnownScope::new)
        : new KnownScope(name);
  }
}
