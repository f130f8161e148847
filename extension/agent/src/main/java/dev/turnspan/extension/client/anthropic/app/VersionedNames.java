/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import dev.turnspan.extension.app.OptionalMethod;

/** Accessors that the library has renamed. */
final class VersionedNames {

  /** The accessor by its newer name, or else by its older one. */
  static OptionalMethod either(Class<?> owner, String newer, String older) {
    return OptionalMethod.of(owner, has(owner, newer) ? newer : older);
  }

  static boolean has(Class<?> owner, String method) {
    try {
      owner.getMethod(method);
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  /** The type that an accessor returns. */
  static Class<?> result(Class<?> owner, String method) {
    try {
      return owner.getMethod(method).getReturnType();
    } catch (NoSuchMethodException e) {
      return Object.class;
    }
  }

  private VersionedNames() {}
}
