/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googlegenai;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import dev.turnspan.extension.client.googlegenai.app.FunctionCalling;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** The methods that ask again after they have run the functions which the model asked for. */
final class FunctionCallingHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return namedOneOf("com.google.genai.Models", "com.google.genai.AsyncModels");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    ElementMatcher.Junction<MethodDescription> generate =
        named("generateContent").and(isPublic()).and(takesArgument(1, List.class));
    transformer.applyAdviceToMethod(
        generate.and(returns(named("com.google.genai.types.GenerateContentResponse"))),
        getClass().getName() + "$BlockingAdvice");
    transformer.applyAdviceToMethod(
        generate.and(returns(named("java.util.concurrent.CompletableFuture"))),
        getClass().getName() + "$AsyncAdvice");
  }

  @SuppressWarnings("unused")
  static final class BlockingAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@Advice.Argument(2) @Nullable GenerateContentConfig config) {
      return FunctionCalling.start(config);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object turn,
        @Advice.Return @Nullable GenerateContentResponse response,
        @Advice.Thrown @Nullable Throwable thrown) {
      FunctionCalling.returned(turn, response, thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class AsyncAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@Advice.Argument(2) @Nullable GenerateContentConfig config) {
      return FunctionCalling.start(config);
    }

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static CompletableFuture<GenerateContentResponse> exit(
        @Advice.Enter @Nullable Object turn,
        @Advice.Return CompletableFuture<GenerateContentResponse> future,
        @Advice.Thrown @Nullable Throwable thrown) {
      return FunctionCalling.returned(turn, future, thrown);
    }
  }
}
