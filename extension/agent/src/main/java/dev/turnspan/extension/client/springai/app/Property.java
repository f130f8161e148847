/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.extension.app.OptionalMethod;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * An accessor of objects whose class is not known here, because it is in another artifact of the
 * library or not in all of its versions. Looked up once for each class that has turned up.
 */
final class Property {

  private final ClassValue<OptionalMethod> methods;

  /** Takes the names of a method, or of a chain of methods. */
  Property(String... names) {
    this.methods =
        new ClassValue<>() {
          @Override
          protected OptionalMethod computeValue(Class<?> type) {
            return OptionalMethod.of(owner(type, names[0]), names);
          }
        };
  }

  /** Null where there is no such method, where a part of the chain is null, and where it throws. */
  @Nullable Object of(@Nullable Object target) {
    return target == null ? null : methods.get(target.getClass()).call(target);
  }

  /** The same for a number; -1 where there is none. */
  long number(@Nullable Object target) {
    return of(target) instanceof Number number ? number.longValue() : -1;
  }

  /** The same for text; null where there is none, or where it is empty. */
  @Nullable String text(@Nullable Object target) {
    return of(target) instanceof String text && !text.isEmpty() ? text : null;
  }

  /** The type that makes a method public, for a class that is hidden behind its interface. */
  private static Class<?> owner(Class<?> type, String method) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (declares(each, method)) {
        return each;
      }
      for (Class<?> candidate : each.getInterfaces()) {
        Class<?> found = owner(candidate, method);
        if (declares(found, method)) {
          return found;
        }
      }
    }
    return type;
  }

  private static boolean declares(Class<?> type, String method) {
    if (!Modifier.isPublic(type.getModifiers())) {
      return false;
    }
    for (Method each : type.getDeclaredMethods()) {
      if (each.getName().equals(method) && each.getParameterCount() == 0) {
        return true;
      }
    }
    return false;
  }
}
