/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import java.util.HashSet;
import java.util.Set;

/**
 * Scopes of frameworks that describe their agents, model calls and tools in spans of their own.
 * Source: resource {@code framework-scopes.tsv}.
 */
public final class FrameworkScopes {

  private static final Set<String> NAMES = load();

  private FrameworkScopes() {}

  /** Whether a framework writes its own account in spans of this instrumentation scope. */
  public static boolean contains(String scope) {
    return NAMES.contains(scope);
  }

  private static Set<String> load() {
    Set<String> names = new HashSet<>();
    for (String[] row : TsvTable.rows("framework-scopes.tsv")) {
      names.add(row[0]);
    }
    return Set.copyOf(names);
  }
}
