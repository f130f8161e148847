/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.turnspan.extension.client.springai.app.HttpAttempts;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Every request of Spring's blocking HTTP client, whatever transport is below. Requests that wrap
 * others are hooked as well; the engine counts an attempt within an attempt once.
 */
final class RestClientHook implements TypeInstrumentation {

  static final String REQUEST = "org.springframework.http.client.AbstractClientHttpRequest";

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named(REQUEST);
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("execute").and(takesNoArguments()), getClass().getName() + "$ExecuteAdvice");
  }

  @SuppressWarnings("unused")
  static final class ExecuteAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@Advice.This Object request) {
      return HttpAttempts.start(request);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object attempt,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object response,
        @Advice.Thrown @Nullable Throwable thrown) {
      HttpAttempts.returned(attempt, response, thrown);
    }
  }
}
