/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googlegenai.app;

import dev.turnspan.bridge.Attempt;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Forwards everything; each time the request goes on is an attempt. */
final class ObservedChain implements InvocationHandler {

  private final Object chain;

  ObservedChain(Object chain) {
    this.chain = chain;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (!method.getName().equals("proceed") || arguments == null || arguments.length != 1) {
      return forward(method, arguments);
    }
    Object request = arguments[0];
    Attempt attempt = GenAiAttempts.attempt(request);
    Scope scope = within(attempt).makeCurrent();
    try {
      Object response = forward(method, arguments);
      attempt.status(GenAiAttempts.status(response));
      return response;
    } catch (Throwable t) {
      attempt.failed(t, 0);
      throw t;
    } finally {
      scope.close();
    }
  }

  /**
   * The attempt's span on top of what is current, not in place of it: the agent counts there, over
   * all attempts, how often it has seen the request.
   */
  private static Context within(Attempt attempt) {
    Context current = Context.current();
    dev.turnspan.bridge.Scope entered = attempt.enter();
    Span span = Span.current();
    entered.close();
    return current.with(span);
  }

  private @Nullable Object forward(Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(chain, arguments);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw cause == null ? e : cause;
    }
  }
}
