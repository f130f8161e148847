/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googlegenai;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.turnspan.extension.client.googlegenai.app.GenAiAttempts;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Sends one request, over Apache's HTTP client or OkHttp. */
final class HttpApiClientHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("com.google.genai.HttpApiClient");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("executeRequest").and(takesArguments(1)), getClass().getName() + "$SendAdvice");
    transformer.applyAdviceToMethod(
        named("asyncExecuteRequest").and(takesArguments(1)), getClass().getName() + "$SendAdvice");
  }

  @SuppressWarnings("unused")
  static final class SendAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@Advice.Argument(0) Object request) {
      return GenAiAttempts.start(request);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object attempt, @Advice.Thrown @Nullable Throwable thrown) {
      GenAiAttempts.sent(attempt, thrown);
    }
  }
}
