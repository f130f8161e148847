/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.turnspan.extension.client.springai.app.ChatClientTurns;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * What all ways of asking the chat client come to. Some versions have two methods of the name, of
 * which one calls the other with one argument more.
 */
final class ChatClientHook implements TypeInstrumentation {

  static final String CALL_SPEC =
      "org.springframework.ai.chat.client.DefaultChatClient$DefaultCallResponseSpec";
  static final String STREAM_SPEC =
      "org.springframework.ai.chat.client.DefaultChatClient$DefaultStreamResponseSpec";
  static final String CALL = "doGetObservableChatClientResponse";
  static final String STREAM = "doGetObservableFluxChatResponse";
  private static final String REQUEST = "org.springframework.ai.chat.client.ChatClientRequest";

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return namedOneOf(CALL_SPEC, STREAM_SPEC);
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named(CALL).and(takesArgument(0, named(REQUEST))).and(ChatClientHook::isInnermost),
        getClass().getName() + "$CallAdvice");
    transformer.applyAdviceToMethod(
        named(STREAM).and(takesArgument(0, named(REQUEST))),
        getClass().getName() + "$StreamAdvice");
  }

  private static boolean isInnermost(MethodDescription method) {
    return method.getDeclaringType().getDeclaredMethods().stream()
        .filter(named(method.getName())::matches)
        .allMatch(other -> other.getParameters().size() <= method.getParameters().size());
  }

  @SuppressWarnings("unused")
  static final class CallAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Advice.Argument(0) Object request) {
      return ChatClientTurns.called(request);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object turn,
        @Advice.Return @Nullable Object answer,
        @Advice.Thrown @Nullable Throwable thrown) {
      ChatClientTurns.returned(turn, answer, thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class StreamAdvice {

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class)
    static Flux<?> exit(@Advice.Argument(0) Object request, @Advice.Return Flux<?> answer) {
      return ChatClientTurns.streamed(request, answer);
    }
  }
}
