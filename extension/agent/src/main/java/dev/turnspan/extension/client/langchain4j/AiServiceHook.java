/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.turnspan.extension.client.langchain4j.app.AiServiceTurns;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.lang.reflect.Method;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** What stands behind the methods of an AI service: the same anonymous class in every 1.x. */
final class AiServiceHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("dev.langchain4j.service.DefaultAiServices$1");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("invoke")
            .and(takesArguments(3))
            .and(takesArgument(1, named("java.lang.reflect.Method"))),
        getClass().getName() + "$InvokeAdvice");
  }

  @SuppressWarnings("unused")
  static final class InvokeAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(
        @Advice.Argument(1) Method method, @Advice.Argument(2) Object @Nullable [] arguments) {
      return AiServiceTurns.invoked(method, arguments);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object turn, @Advice.Thrown @Nullable Throwable thrown) {
      AiServiceTurns.returned(turn, thrown);
    }
  }
}
