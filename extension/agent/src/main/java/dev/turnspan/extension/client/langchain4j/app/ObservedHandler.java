/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j.app;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;
import dev.turnspan.bridge.Scope;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a provider and the handler of a stream. A dynamic proxy, because the interface has
 * grown in every other version: each method is passed on as the very same method, so that one added
 * later is not swallowed, and the defaults that call each other do so behind it and count once.
 */
final class ObservedHandler implements InvocationHandler {

  /** Of partial answers and of partial thinking. */
  private static final Accessor TEXT = new Accessor("text");

  /** Since 1.8, of the context that comes with each part. */
  private static final Accessor STREAMING_HANDLE = new Accessor("streamingHandle");

  private final StreamingChatResponseHandler delegate;
  private final Call call;
  private @Nullable Object streamingHandle;
  private @Nullable Throwable thrown;
  private boolean toolCallInParts;

  private ObservedHandler(StreamingChatResponseHandler delegate, Call call) {
    this.delegate = delegate;
    this.call = call;
  }

  /** A handler that passes everything on and tells the call. */
  static StreamingChatResponseHandler of(StreamingChatResponseHandler delegate, Call call) {
    StreamingChatResponseHandler observed = proxy(new ObservedHandler(delegate, call));
    call.watch(observed);
    return observed;
  }

  private static StreamingChatResponseHandler proxy(ObservedHandler observed) {
    Class<?> type = observed.delegate.getClass();
    try {
      return (StreamingChatResponseHandler)
          Proxy.newProxyInstance(type.getClassLoader(), interfaces(type), observed);
    } catch (IllegalArgumentException e) {
      // Interfaces that do not go together in one class: the one that the library needs will do.
      Class<StreamingChatResponseHandler> handler = StreamingChatResponseHandler.class;
      return (StreamingChatResponseHandler)
          Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, observed);
    }
  }

  /** Providers may ask what else a handler is. */
  private static Class<?>[] interfaces(Class<?> type) {
    Set<Class<?>> found = new LinkedHashSet<>();
    for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
      for (Class<?> candidate : owner.getInterfaces()) {
        if (Modifier.isPublic(candidate.getModifiers()) && !candidate.isSealed()) {
          found.add(candidate);
        }
      }
    }
    found.add(StreamingChatResponseHandler.class);
    return found.toArray(new Class<?>[0]);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(method, arguments);
    }
    if (arguments != null && arguments.length > 0) {
      look(method.getName(), arguments);
    }
    Scope scope = call.callerContext();
    try {
      return method.invoke(delegate, arguments);
    } catch (InvocationTargetException e) {
      thrown = e.getTargetException();
      throw thrown;
    } finally {
      scope.close();
    }
  }

  private @Nullable Object ofObject(Method method, Object @Nullable [] arguments)
      throws ReflectiveOperationException {
    if (arguments != null
        && arguments[0] != null
        && Proxy.isProxyClass(arguments[0].getClass())
        && Proxy.getInvocationHandler(arguments[0]) instanceof ObservedHandler other) {
      return method.invoke(delegate, other.delegate);
    }
    return method.invoke(delegate, arguments);
  }

  /** Looks at an event before the application does. Never throws. */
  private void look(String event, Object[] arguments) {
    try {
      switch (event) {
        case "onPartialResponse" -> part(Chunk.TEXT, arguments);
        case "onPartialThinking" -> part(Chunk.REASONING, arguments);
        case "onPartialToolCall" -> {
          toolCallInParts = true;
          part(Chunk.TOOL_CALL, arguments);
        }
        case "onCompleteToolCall" ->
            // Where it came in parts those were the chunks.
            call.chunk(toolCallInParts ? Chunk.NONE : Chunk.TOOL_CALL);
        case "onCompleteResponse" -> complete(arguments[0]);
        case "onError" -> failed(arguments[0]);
        default -> {
          // Nothing that we know of.
        }
      }
    } catch (Throwable t) {
      // An event that cannot be read is still the application's.
    }
  }

  private void part(int kind, Object[] arguments) {
    call.chunk(kind != Chunk.TOOL_CALL && isEmpty(arguments[0]) ? Chunk.NONE : kind);
    if (arguments.length > 1) {
      remember(STREAMING_HANDLE.call(arguments[1]));
    }
  }

  /** After the first token that is not worth a look. */
  private boolean isEmpty(@Nullable Object part) {
    if (!call.awaitsFirstToken()) {
      return false;
    }
    Object text = part instanceof String ? part : TEXT.call(part);
    return text instanceof String string && string.isEmpty();
  }

  /** By its handle a stream is cancelled. There is one for the stream, not one for each part. */
  private void remember(@Nullable Object handle) {
    if (handle == null || handle == streamingHandle) {
      return;
    }
    streamingHandle = handle;
    Scope scope = call.enter();
    Bridge.engine().callFor(handle);
    scope.close();
  }

  /** The step is over before the handler runs its tools and asks again. */
  private void complete(@Nullable Object response) {
    if (response instanceof ChatResponse answer) {
      Answers.read(answer, call);
    }
    call.end();
  }

  /** Some versions report to the handler what the handler itself threw, and read on. */
  private void failed(@Nullable Object error) {
    if (error instanceof Throwable failure && !isOwn(failure)) {
      call.fail(failure, HttpFailures.status(failure));
    }
  }

  private boolean isOwn(Throwable failure) {
    Throwable own = thrown;
    return own != null && (own == failure || own == failure.getCause());
  }
}
