/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.quarkuslangchain4j.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import dev.turnspan.extension.app.OptionalMethod;
import org.jspecify.annotations.Nullable;

/** What the advice on the AI services calls. */
public final class ServiceTurns {

  /** Where no conversation was named. */
  private static final String DEFAULT = "default";

  /** LangChain4j's type, and not in the oldest version of it that is supported. */
  private static final ClassValue<OptionalMethod> CHAT_MEMORY_ID =
      new ClassValue<>() {
        @Override
        protected OptionalMethod computeValue(Class<?> type) {
          return OptionalMethod.of(type, "chatMemoryId");
        }
      };

  private ServiceTurns() {}

  /** A method of a service is called; the result goes to {@code returned}. */
  public static Object invoked(Object invocation) {
    Turn turn = Bridge.engine().startTurn();
    turn.identify(conversation(invocation));
    return new Begun(turn, turn.enter());
  }

  /** The method returned or threw. */
  public static void returned(@Nullable Object begun, @Nullable Throwable thrown) {
    if (begun instanceof Begun service) {
      service.scope.close();
      if (thrown == null) {
        service.turn.end();
      } else {
        service.turn.fail(thrown);
      }
    }
  }

  /** A stream is started; the result goes to {@code running}. */
  public static Object started(Object invocation) {
    Begun service = (Begun) invoked(invocation);
    service.turn.detach();
    return service;
  }

  /** The stream is running, or could not be started. */
  public static void running(@Nullable Object begun, @Nullable Throwable thrown) {
    if (begun instanceof Begun service) {
      service.scope.close();
      if (thrown != null) {
        service.turn.fail(thrown);
      }
    }
  }

  /** Something went wrong in a stream. */
  public static void failed(@Nullable Throwable error) {
    if (error != null) {
      Bridge.engine().currentTurn().fail(error);
    }
  }

  private static @Nullable String conversation(Object invocation) {
    try {
      Object id = CHAT_MEMORY_ID.get(invocation.getClass()).call(invocation);
      return id == null || id.equals(DEFAULT) ? null : id.toString();
    } catch (Throwable t) {
      // The application's own class.
      return null;
    }
  }

  private record Begun(Turn turn, Scope scope) {}
}
