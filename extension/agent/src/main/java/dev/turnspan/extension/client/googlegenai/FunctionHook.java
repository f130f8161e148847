/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googlegenai;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import com.google.genai.types.GenerateContentResponse;
import dev.turnspan.extension.client.googlegenai.app.FunctionRuns;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.lang.reflect.Method;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Functions that the library runs by itself: the requests of one answer, and each of them. */
final class FunctionHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("com.google.genai.AfcUtil");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("getFunctionResponseParts")
            .and(takesArgument(0, named("com.google.genai.types.GenerateContentResponse"))),
        getClass().getName() + "$AnswerAdvice");
    transformer.applyAdviceToMethod(
        named("getFunctionResponse").and(takesArgument(0, Method.class)),
        getClass().getName() + "$RunAdvice");
  }

  @SuppressWarnings("unused")
  static final class AnswerAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@Advice.Argument(0) GenerateContentResponse response) {
      return FunctionRuns.requested(response);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object scope) {
      FunctionRuns.done(scope);
    }
  }

  @SuppressWarnings("unused")
  static final class RunAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Advice.Argument(0) Method function) {
      return FunctionRuns.start(function);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object run,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
        @Advice.Thrown @Nullable Throwable thrown) {
      FunctionRuns.returned(run, result, thrown);
    }
  }
}
