/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.quarkuslangchain4j;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.turnspan.extension.client.quarkuslangchain4j.app.ServiceTurns;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Failures of a service's stream; that it is complete LangChain4j's events tell. */
final class StreamedAnswerHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named(
        "io.quarkiverse.langchain4j.runtime.aiservice.QuarkusAiServiceStreamingResponseHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("onCompleteResponse").and(takesArguments(1)),
        getClass().getName() + "$CompleteAdvice");
    transformer.applyAdviceToMethod(
        named("onError").and(takesArguments(1)), getClass().getName() + "$ErrorAdvice");
  }

  @SuppressWarnings("unused")
  static final class CompleteAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Thrown @Nullable Throwable thrown) {
      ServiceTurns.failed(thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class ErrorAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) @Nullable Throwable error) {
      ServiceTurns.failed(error);
    }
  }
}
