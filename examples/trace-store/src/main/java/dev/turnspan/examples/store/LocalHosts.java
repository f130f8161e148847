/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import java.util.Locale;
import java.util.Set;

/**
 * The names under which a browser may reach the store. A page elsewhere can make its own name
 * resolve to this machine (DNS rebinding) and would then read everything.
 */
final class LocalHosts {

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private LocalHosts() {}

  static boolean contains(String hostHeader) {
    String host = hostHeader.trim().toLowerCase(Locale.ROOT);
    int port = host.indexOf(':', host.startsWith("[") ? host.indexOf(']') + 1 : 0);
    return NAMES.contains(port < 0 ? host : host.substring(0, port));
  }
}
