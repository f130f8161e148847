/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j.app;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.memory.ChatMemoryAccess;
import dev.langchain4j.service.memory.ChatMemoryService;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import org.jspecify.annotations.Nullable;

/** What the advice on AI services calls. */
public final class AiServiceTurns {

  private static final Accessor CHAT_MEMORY_ID = new Accessor("chatMemoryId");
  private static final Accessor EVENT_CLASS = new Accessor("eventClass");
  private static final String COMPLETED =
      "dev.langchain4j.observability.api.event.AiServiceCompletedEvent";

  private static final String TOO_MANY_ROUNDS = "Something is wrong, exceeded ";

  /**
   * Before that there is nothing but the answer itself to tell that a stream has come to its end.
   */
  private static final boolean HAS_EVENTS = hasEvents();

  private AiServiceTurns() {}

  /**
   * A method of a service is called; the result goes to {@code returned}. Null where it is none of
   * those that ask a model. One that returns a stream has asked nothing yet when it returns, and
   * leaves no trace.
   */
  public static @Nullable Object invoked(Method method, Object @Nullable [] arguments) {
    Class<?> owner = method.getDeclaringClass();
    if (owner == Object.class || owner == ChatMemoryAccess.class || method.isDefault()) {
      return null;
    }
    return begin(memoryId(method, arguments));
  }

  /** The method returned or threw. */
  public static void returned(@Nullable Object begun, @Nullable Throwable thrown) {
    if (begun instanceof Begun service) {
      service.scope.close();
      if (thrown == null) {
        service.turn.end();
      } else {
        fail(service.turn, thrown);
      }
    }
  }

  /** A stream is started; the result goes to {@code running}. */
  public static Object started(@Nullable Object memoryId) {
    Begun service = begin(memoryId);
    service.turn.detach();
    return service;
  }

  /** The same, where the conversation is known from the invocation. */
  public static Object startedIn(Object invocationContext) {
    return started(CHAT_MEMORY_ID.call(invocationContext));
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

  /** An answer of a stream is complete. */
  public static void answered(ChatResponse response) {
    if (!HAS_EVENTS && !response.aiMessage().hasToolExecutionRequests()) {
      Bridge.engine().currentTurn().end();
    }
  }

  /** Something went wrong in a stream. */
  public static void failed(@Nullable Throwable error) {
    if (error != null) {
      fail(Bridge.engine().currentTurn(), error);
    }
  }

  /** Too many rounds of tools have no exception of their own, in no version. */
  private static void fail(Turn turn, Throwable error) {
    String message = error.getMessage();
    if (error.getClass() == RuntimeException.class
        && message != null
        && message.startsWith(TOO_MANY_ROUNDS)) {
      turn.exhausted(error);
    } else {
      turn.fail(error);
    }
  }

  /** Something happened in a service. */
  public static void event(Object event) {
    if (EVENT_CLASS.call(event) instanceof Class<?> type && type.getName().equals(COMPLETED)) {
      Bridge.engine().currentTurn().end();
    }
  }

  private static Begun begin(@Nullable Object memoryId) {
    Turn turn = Bridge.engine().startTurn();
    turn.identify(conversation(memoryId));
    return new Begun(turn, turn.enter());
  }

  /** The library's own id stands for "no conversation was named". */
  private static @Nullable String conversation(@Nullable Object memoryId) {
    try {
      return memoryId == null || memoryId == ChatMemoryService.DEFAULT ? null : memoryId.toString();
    } catch (Throwable t) {
      // The application's own class.
      return null;
    }
  }

  private static @Nullable Object memoryId(Method method, Object @Nullable [] arguments) {
    Parameter[] parameters = method.getParameters();
    for (int i = 0; arguments != null && i < parameters.length; i++) {
      if (parameters[i].isAnnotationPresent(MemoryId.class)) {
        return arguments[i];
      }
    }
    return null;
  }

  private static boolean hasEvents() {
    try {
      Class.forName(COMPLETED, false, ChatResponse.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private record Begun(Turn turn, Scope scope) {}
}
