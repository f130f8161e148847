/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.ollama4j;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls what is not in the version that the program is compiled against. */
final class Reflection {

  private Reflection() {}

  /** Calls the method of this name that takes the first of these arguments, as many as it does. */
  static Object call(Object target, String name, @Nullable Object... arguments) throws Exception {
    return Objects.requireNonNull(invoke(target.getClass(), target, name, arguments), name);
  }

  /** The same for a method without a result. */
  static void run(Object target, String name, @Nullable Object... arguments) throws Exception {
    invoke(target.getClass(), target, name, arguments);
  }

  /** The same for a static method. */
  static Object callStatic(String type, String name, @Nullable Object... arguments)
      throws Exception {
    return Objects.requireNonNull(invoke(Class.forName(type), null, name, arguments), name);
  }

  private static @Nullable Object invoke(
      Class<?> type, @Nullable Object target, String name, @Nullable Object... arguments)
      throws Exception {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name)
          && !method.isBridge()
          && takes(method.getParameterTypes(), arguments)) {
        try {
          return method.invoke(target, Arrays.copyOf(arguments, method.getParameterCount()));
        } catch (InvocationTargetException e) {
          throw e.getCause() instanceof Exception thrown ? thrown : e;
        }
      }
    }
    throw new NoSuchMethodException(type + "." + name);
  }

  private static boolean takes(Class<?>[] types, @Nullable Object... arguments) {
    if (types.length > arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (arguments[i] != null && !types[i].isPrimitive() && !types[i].isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }
}
