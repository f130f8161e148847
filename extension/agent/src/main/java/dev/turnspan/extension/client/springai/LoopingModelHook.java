/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.implementsInterface;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.turnspan.extension.client.springai.app.RoundTrips;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import reactor.core.publisher.Flux;

/**
 * The round trips of the library's own models. Those of 1.x run the tools and call themselves for
 * the next round, from inside this one.
 */
final class LoopingModelHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<ClassLoader> classLoaderOptimization() {
    return hasClassesNamed(ChatModelHook.CHAT_MODEL);
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return implementsInterface(named(ChatModelHook.CHAT_MODEL));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("internalCall")
            .and(takesArgument(0, named(ChatModelHook.PROMPT)))
            .and(returns(named(ChatModelHook.CHAT_RESPONSE))),
        getClass().getName() + "$CallAdvice");
    transformer.applyAdviceToMethod(
        named("internalStream")
            .and(takesArgument(0, named(ChatModelHook.PROMPT)))
            .and(returns(named("reactor.core.publisher.Flux"))),
        getClass().getName() + "$StreamAdvice");
  }

  @SuppressWarnings("unused")
  static final class CallAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Advice.This ChatModel model, @Advice.AllArguments Object[] arguments) {
      return RoundTrips.called(model, arguments);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return @Nullable ChatResponse response,
        @Advice.Thrown @Nullable Throwable thrown) {
      RoundTrips.returned(call, response, thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class StreamAdvice {

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class)
    static @Nullable Flux<?> exit(
        @Advice.This ChatModel model,
        @Advice.AllArguments Object[] arguments,
        @Advice.Return @Nullable Flux<?> answer) {
      return RoundTrips.streamed(model, arguments, answer);
    }
  }
}
