/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j.app;

import dev.turnspan.extension.app.OptionalMethod;
import org.jspecify.annotations.Nullable;

/**
 * An accessor of objects whose class is not known here, because it is in another artifact of the
 * library or not in its oldest version. Looked up once for each class that has turned up.
 */
final class Accessor {

  private final ClassValue<OptionalMethod> methods;

  /** Takes the names of a method, or of a chain of methods. */
  Accessor(String... names) {
    this.methods =
        new ClassValue<>() {
          @Override
          protected OptionalMethod computeValue(Class<?> type) {
            return OptionalMethod.of(type, names);
          }
        };
  }

  /** Null where there is no such method, where a part of the chain is null, and where it throws. */
  @Nullable Object call(@Nullable Object target) {
    return target == null ? null : methods.get(target.getClass()).call(target);
  }

  /** The same for a number; -1 where there is none. */
  long number(@Nullable Object target) {
    return call(target) instanceof Number number ? number.longValue() : -1;
  }
}
