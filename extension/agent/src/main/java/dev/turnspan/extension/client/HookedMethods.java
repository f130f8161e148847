/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.util.List;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;

/**
 * Methods that are hooked and that nothing of ours calls, private ones above all: the agent's check
 * knows nothing of them, and a hook without its method is silent.
 */
final class HookedMethods {

  private HookedMethods() {}

  /**
   * Those that a library lacks, read from its class files: nothing is loaded.
   *
   * @param methods {@code <class>#<method>} each
   */
  static List<String> missing(ClassLoader loader, List<String> methods) {
    if (methods.isEmpty()) {
      return List.of();
    }
    TypePool pool = TypePool.Default.of(ClassFileLocator.ForClassLoader.of(loader));
    return methods.stream().filter(method -> !isThere(pool, method)).toList();
  }

  private static boolean isThere(TypePool pool, String method) {
    int end = method.indexOf('#');
    TypePool.Resolution type = pool.describe(method.substring(0, end));
    return type.isResolved() && declares(type.resolve(), method.substring(end + 1));
  }

  private static boolean declares(TypeDescription type, String method) {
    return !type.getDeclaredMethods().filter(named(method)).isEmpty();
  }
}
