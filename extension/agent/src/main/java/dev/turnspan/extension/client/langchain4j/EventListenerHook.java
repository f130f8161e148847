/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.implementsInterface;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.turnspan.extension.client.langchain4j.app.HttpAttempts;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Hears of the status of a stream. Most listeners leave that method to the interface, so that it is
 * hooked as well.
 */
final class EventListenerHook implements TypeInstrumentation {

  private static final String LISTENER = "dev.langchain4j.http.client.sse.ServerSentEventListener";

  @Override
  public ElementMatcher<ClassLoader> classLoaderOptimization() {
    return hasClassesNamed(LISTENER);
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named(LISTENER).or(implementsInterface(named(LISTENER)));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("onOpen").and(takesArguments(1)), getClass().getName() + "$OpenAdvice");
  }

  @SuppressWarnings("unused")
  static final class OpenAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) @Nullable SuccessfulHttpResponse response) {
      HttpAttempts.opened(response);
    }
  }
}
