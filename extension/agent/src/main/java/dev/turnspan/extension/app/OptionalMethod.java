/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.app;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An accessor that only some versions of a library have, or have with another result type; or a
 * chain of such accessors. An {@link Optional} on the way is opened.
 */
public final class OptionalMethod {

  private final List<MethodHandle> handles;

  private OptionalMethod(List<MethodHandle> handles) {
    this.handles = handles;
  }

  /** Finds public methods without arguments, each on the result of the one before. */
  public static OptionalMethod of(Class<?> owner, String... names) {
    List<MethodHandle> found = new ArrayList<>();
    try {
      Class<?> type = owner;
      for (String name : names) {
        Method method = type.getMethod(name);
        found.add(
            MethodHandles.publicLookup()
                .unreflect(method)
                .asType(MethodType.methodType(Object.class, Object.class)));
        type = resultType(method);
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      return new OptionalMethod(List.of());
    }
    return new OptionalMethod(List.copyOf(found));
  }

  /** Calls the chain; null where there is none, where a part of it is null, and where it throws. */
  public @Nullable Object call(@Nullable Object target) {
    if (handles.isEmpty()) {
      return null;
    }
    try {
      Object result = target;
      for (int i = 0; i < handles.size() && result != null; i++) {
        result = (Object) handles.get(i).invokeExact(result);
        result = result instanceof Optional<?> optional ? optional.orElse(null) : result;
      }
      return result;
    } catch (Throwable t) {
      return null;
    }
  }

  /** The same for a number; -1 where there is none. */
  public long number(@Nullable Object target) {
    return call(target) instanceof Number number ? number.longValue() : -1;
  }

  /** The same for a truth value; false where there is none. */
  public boolean truth(@Nullable Object target) {
    return call(target) == Boolean.TRUE;
  }

  private static Class<?> resultType(Method method) {
    if (method.getGenericReturnType() instanceof ParameterizedType generic
        && method.getReturnType() == Optional.class
        && generic.getActualTypeArguments()[0] instanceof Class<?> inner) {
      return inner;
    }
    return method.getReturnType();
  }
}
