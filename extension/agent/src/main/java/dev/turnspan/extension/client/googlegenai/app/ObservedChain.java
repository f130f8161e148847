/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googlegenai.app;

import dev.turnspan.bridge.Bridge;
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
    GenAiAttempts.Begin attempt = GenAiAttempts.attempt(Bridge.engine().callFor(request), request);
    try {
      Object response = forward(method, arguments);
      attempt.attempt().status(GenAiAttempts.status(response));
      return response;
    } catch (Throwable t) {
      attempt.attempt().failed(t, 0);
      throw t;
    } finally {
      attempt.scope().close();
    }
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
