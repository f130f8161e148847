/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tool calls of one answer that are about to be run by code which does not know their ids. */
final class ExpectedTools {

  static final ContextKey<ExpectedTools> KEY = ContextKey.named("turnspan-expected-tools");

  private final List<Expected> left = new ArrayList<>();

  /** A context in which the tools run. */
  static Context in(Context caller, String[] names, @Nullable String[] ids) {
    ExpectedTools tools = new ExpectedTools();
    for (int i = 0; i < names.length; i++) {
      String id = i < ids.length ? ids[i] : null;
      tools.left.add(new Expected(names[i], id == null || id.isEmpty() ? null : id));
    }
    return caller.with(KEY, tools);
  }

  /**
   * A context in which one of them runs. The next call of the same tool is not to be taken for a
   * second one: it is the same, seen from below.
   */
  static Context none(Context caller) {
    return caller.get(KEY) == null ? caller : caller.with(KEY, new ExpectedTools());
  }

  /** The id of the next call of a tool; null where nobody told. */
  static @Nullable String take(Context caller, String name) {
    ExpectedTools tools = caller.get(KEY);
    return tools == null ? null : tools.take(name);
  }

  private synchronized @Nullable String take(String name) {
    for (int i = 0; i < left.size(); i++) {
      if (left.get(i).name().equals(name)) {
        return left.remove(i).id();
      }
    }
    return null;
  }

  private record Expected(String name, @Nullable String id) {}
}
