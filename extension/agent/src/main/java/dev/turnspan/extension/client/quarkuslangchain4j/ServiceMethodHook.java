/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.quarkuslangchain4j;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.turnspan.extension.client.quarkuslangchain4j.app.ServiceTurns;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the methods of an AI service, as soon as the conversation is known. A method
 * that returns a stream asks nothing yet, and leaves no trace.
 */
final class ServiceMethodHook implements TypeInstrumentation {

  static final String SERVICE_METHODS =
      "io.quarkiverse.langchain4j.runtime.aiservice.AiServiceMethodImplementationSupport";

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named(SERVICE_METHODS);
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("doImplement")
            .and(takesArguments(3))
            .and(takesArgument(1, named("dev.langchain4j.invocation.InvocationContext"))),
        getClass().getName() + "$InvokeAdvice");
  }

  @SuppressWarnings("unused")
  static final class InvokeAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Advice.Argument(1) Object invocation) {
      return ServiceTurns.invoked(invocation);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object turn, @Advice.Thrown @Nullable Throwable thrown) {
      ServiceTurns.returned(turn, thrown);
    }
  }
}
