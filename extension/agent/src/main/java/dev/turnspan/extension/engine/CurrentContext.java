/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.bridge.Scope;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The current context, with all of ours that is under way on the thread. Within a scope of ours a
 * library may make a context current that it took before that scope began: Micrometer's bridge to
 * OpenTelemetry does so with every observation that has a parent. For the library's spans that is
 * right; what our hooks have begun goes on all the same.
 */
final class CurrentContext {

  private static final List<ContextKey<?>> TURN = List.of(FrameworkTurn.KEY, OpenTurn.KEY);
  private static final List<ContextKey<?>> WITHIN_TURN =
      List.of(
          FrameworkTurn.KEY,
          FrameworkTurn.CURRENT,
          OpenTurn.KEY,
          OpenTool.KEY,
          ExpectedTools.KEY,
          WireAttempt.KEY);

  /** The innermost context of ours whose scope is open on the thread. */
  private static final ThreadLocal<@Nullable Context> ENTERED = new ThreadLocal<>();

  private CurrentContext() {}

  /** Makes a context current until the scope is closed. */
  @SuppressWarnings("MustBeClosedChecker") // Closed by the hook that entered.
  static Scope enter(Context context) {
    Context before = ENTERED.get();
    io.opentelemetry.context.Scope scope = context.makeCurrent();
    ENTERED.set(context);
    return () -> {
      scope.close();
      leave(context, before);
    };
  }

  private static void leave(Context context, @Nullable Context before) {
    // A scope that is closed on another thread, or out of order, changes nothing here.
    if (ENTERED.get() != context) {
      return;
    }
    if (before == null) {
      ENTERED.remove();
    } else {
      ENTERED.set(before);
    }
  }

  /** Whether entering a context would change nothing. */
  static boolean is(Context context) {
    Context entered = ENTERED.get();
    return Context.current() == context && (entered == null || entered == context);
  }

  static Context get() {
    return completed(Context.current());
  }

  /**
   * A context that code on this thread is in, or starts a span in, with what it lacks. One of
   * another turn lacks nothing.
   */
  static Context completed(Context context) {
    Context entered = ENTERED.get();
    if (entered == null || entered == context || !isSameTurn(context, entered)) {
      return context;
    }
    Context completed = context;
    for (ContextKey<?> key : WITHIN_TURN) {
      if (completed.get(key) == null) {
        completed = with(completed, key, entered);
      }
    }
    return isOpen(completed) ? completed : with(completed, ModelCall.KEY, entered);
  }

  private static boolean isSameTurn(Context context, Context entered) {
    return TURN.stream()
        .allMatch(key -> context.get(key) == null || context.get(key) == entered.get(key));
  }

  private static boolean isOpen(Context context) {
    ModelCall call = context.get(ModelCall.KEY);
    return call != null && call.isOpen();
  }

  private static <T> Context with(Context context, ContextKey<T> key, Context source) {
    T value = source.get(key);
    return value == null ? context : context.with(key, value);
  }
}
